namespace Simulation.Desks;

/// <summary>What a person has in front of them: a case, as committed when they looked.</summary>
/// <param name="Kind">As stored: <c>void</c>, <c>refund</c>, <c>card</c>.</param>
/// <param name="State">As stored; <c>by-hand</c> where what was permitted waits for a person.</param>
/// <param name="AtStake">As stored: currency and minor units.</param>
internal sealed record Screen(
    string Number, string Kind, string State, string? Fingerprint, string? Flag, string? TradeNo, string? AtStake, long? RequestId, string? RequestFingerprint)
{
    /// <summary>The cases of an order, the newest first.</summary>
    public static List<Screen> All(Register register, string orderNo) => register.Rows(
        """
        SELECT c.Number, c.Kind, CASE WHEN c.State = 'queued' AND c.IsByHand THEN 'by-hand' ELSE c.State END, c.Fingerprint, c.Flag, c.TradeNo, c.AtStake, r.Id, r.Fingerprint FROM Cases c
        LEFT JOIN Approvals r ON r.CaseId = c.Id AND r.State = 'waiting'
        WHERE c.OrderNo = @a ORDER BY c.Id DESC
        """, orderNo).ConvertAll(row => new Screen(
            (string)row[0]!, (string)row[1]!, (string)row[2]!, row[3] as string, row[4] as string, row[5] as string, row[6] as string, row[7] as long?, row[8] as string));

    /// <summary>The newest, or null.</summary>
    public static Screen? Look(Register register, string orderNo) => All(register, orderNo).FirstOrDefault();
}
