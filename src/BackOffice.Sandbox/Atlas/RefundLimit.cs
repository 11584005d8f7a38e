namespace BackOffice.Sandbox.Atlas;

/// <summary>
/// Until when an airline takes a request for a refund. Limits after the journey are not among them: a ticket whose flight has left counts as used.
/// </summary>
internal static class RefundLimit
{
    private static readonly Dictionary<string, int> DaysAfterIssue = new(StringComparer.Ordinal)
    {
        ["7C"] = 395,
        ["EC"] = 330,
        ["U2"] = 330,
    };

    private static readonly Dictionary<string, int> DaysBeforeDeparture = new(StringComparer.Ordinal) { ["VJ"] = 1 };

    public static bool IsPassed(Order order, DateTimeOffset now) =>
        (order.TicketedAt is { } issued && DaysAfterIssue.TryGetValue(order.Carrier, out var after) && now >= issued.AddDays(after))
        || (DaysBeforeDeparture.TryGetValue(order.Carrier, out var before) && now >= order.Legs.Min(l => l.DepartsAt).AddDays(-before));
}
