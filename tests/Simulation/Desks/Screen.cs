namespace Simulation.Desks;

/// <summary>What a person has in front of them: the newest case of an order, as committed when they looked.</summary>
internal sealed record Screen(string Number, string State, string? Fingerprint, string? Flag, long? RequestId, string? RequestFingerprint)
{
    public static Screen? Look(Register register, string orderNo)
    {
        var rows = register.Rows(
            """
            SELECT c.Number, c.State, c.Fingerprint, c.Flag, r.Id, r.Fingerprint FROM Cases c
            LEFT JOIN Approvals r ON r.CaseId = c.Id AND r.State = 'waiting'
            WHERE c.OrderNo = @a ORDER BY c.Id DESC LIMIT 1
            """, orderNo);
        return rows is [var row] ? new Screen((string)row[0]!, (string)row[1]!, row[2] as string, row[3] as string, row[4] as long?, row[5] as string) : null;
    }
}
