namespace BackOffice.Core.Orders;

/// <summary>From a wall clock to an instant, always by the earlier reading.</summary>
internal static class WallClock
{
    /// <summary>
    /// The earliest instant at which the clocks of the zone can be said to show the time. <c>IsDoubtful</c>: they show it twice, or skip it.
    /// </summary>
    public static (DateTimeOffset At, bool IsDoubtful) Earliest(DateTime local, TimeZoneInfo zone)
    {
        // Whatever its zone, the instant lies between these two: the offsets at both ends are the only ones that can apply.
        var asUtc = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var before = zone.GetUtcOffset(asUtc.AddHours(-15));
        var after = zone.GetUtcOffset(asUtc.AddHours(15));
        var earlier = asUtc - (before > after ? before : after);
        var later = asUtc - (before > after ? after : before);
        var earlierHolds = zone.GetUtcOffset(earlier) == asUtc - earlier;
        var laterHolds = zone.GetUtcOffset(later) == asUtc - later;

        // Only one reading is what the clocks show: that one. Both: the overlap. None: the gap.
        return laterHolds && !earlierHolds ? (later, false) : (earlier, earlierHolds == laterHolds && earlier != later);
    }
}
