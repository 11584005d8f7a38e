namespace BackOffice.Core.Cases;

/// <summary>When to ask the partner next. Pure; a notice only moves the next question forward.</summary>
public static class PollPlan
{
    public static readonly TimeSpan FirstAsk = TimeSpan.FromSeconds(30);

    /// <summary>Between two questions about one case, however often people press for one.</summary>
    public static readonly TimeSpan LeastGap = TimeSpan.FromSeconds(10);

    /// <summary>No question about an unknown outcome, or a named number, is planned later than that.</summary>
    public static readonly TimeSpan LongestUnknown = TimeSpan.FromHours(1);

    /// <summary>How many clear answers of "nothing here" a person needs before deciding that nothing was sent.</summary>
    public const int ClearNothingsNeeded = 3;

    private static readonly TimeSpan[] Unknown =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
    ];

    /// <summary>The gap after a question about a followed case: half a minute for five minutes, then wider, at most six hours.</summary>
    public static TimeSpan AfterStatus(TimeSpan sinceAccepted) => sinceAccepted switch
    {
        _ when sinceAccepted < TimeSpan.FromMinutes(5) => TimeSpan.FromSeconds(30),
        _ when sinceAccepted < TimeSpan.FromMinutes(30) => TimeSpan.FromMinutes(2),
        _ when sinceAccepted < TimeSpan.FromHours(24) => TimeSpan.FromMinutes(15),
        _ => TimeSpan.FromHours(6),
    };

    /// <summary>The gap after the n-th question (from 1) about an unknown outcome; hourly in the end, for as long as nobody knows.</summary>
    public static TimeSpan AfterUnknown(int asks) => asks <= Unknown.Length ? Unknown[Math.Max(asks, 1) - 1] : LongestUnknown;
}
