namespace BackOffice.Sandbox.Atlas;

/// <summary>
/// Until when an airline takes a request for a refund. Limits that lie after the journey are not among them:
/// here a ticket whose flight has left counts as used.
/// </summary>
internal static class RefundLimit
{
    private static readonly Dictionary<string, int> DaysBeforeDeparture = new(StringComparer.Ordinal) { ["VJ"] = 1 };

    public static bool IsPassed(Order order, DateTimeOffset now) =>
        DaysBeforeDeparture.TryGetValue(order.Carrier, out var days) && now >= order.Legs.Min(l => l.DepartsAt).AddDays(-days);
}
