namespace BackOffice.Sandbox.Atlas;

/// <summary>Until when an order can be voided: the earliest of the limits that its airline has.</summary>
internal static class VoidWindow
{
    public const string HoursAfterIssue = "23";
    public const string MinutesBeforeDeparture = "180";
    public const string SameDayTime = "23:59";
    public const string SameDayZone = "Asia/Seoul";

    public static DateTimeOffset ClosesAt(Order order, DateTimeOffset issuedAt)
    {
        var closes = Earlier(issuedAt.AddHours(23), order.Legs.Min(l => l.DepartsAt).AddMinutes(-180));
        return order.Void.HasSameDayCutOff ? Earlier(closes, EndOfDayInSeoul(issuedAt)) : closes;
    }

    public static bool IsOpen(Order order, DateTimeOffset now) =>
        order.TicketedAt is { } issued && now < ClosesAt(order, issued);

    private static DateTimeOffset EndOfDayInSeoul(DateTimeOffset issuedAt)
    {
        var local = TimeZoneInfo.ConvertTime(issuedAt, TimeZoneInfo.FindSystemTimeZoneById(SameDayZone));
        return new DateTimeOffset(local.Date.AddHours(23).AddMinutes(59), local.Offset).ToUniversalTime();
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
