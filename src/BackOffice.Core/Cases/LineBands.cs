namespace BackOffice.Core.Cases;

/// <summary>The bands of the line, most urgent first.</summary>
public enum LineBand
{
    /// <summary>Less than a quarter of an hour to act, or an outcome that nobody knows.</summary>
    Urgent,

    /// <summary>Less than an hour.</summary>
    Soon,

    /// <summary>Less than a day, or a promise to the customer whose day has passed.</summary>
    Today,

    /// <summary>Not sent, and no deadline is known: unknown is risk.</summary>
    UnknownDeadline,

    /// <summary>Later, with the partner, or past the window.</summary>
    Later,
}

/// <summary>Where a case stands in the line. Pure.</summary>
public static class LineBands
{
    /// <summary>What is left until the last safe moment, below which a case is urgent. The browser's clocks turn at the same edges: <c>desk.js</c>.</summary>
    public static readonly TimeSpan UrgentBelow = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan SoonBelow = TimeSpan.FromHours(1);
    public static readonly TimeSpan TodayBelow = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Edges = [TodayBelow, SoonBelow, UrgentBelow, TimeSpan.Zero];

    /// <param name="margin">The last safe moment is this long before the deadline.</param>
    /// <param name="hasWindow">False of what can be sent at any time: no deadline is then no risk.</param>
    /// <param name="promisedOn">What the customer was told; once its day has passed an open case is never behind <see cref="LineBand.Today"/>.</param>
    public static LineBand Of(
        CaseState state, DateTimeOffset? deadlineAt, bool hasFlag, DateTimeOffset now, TimeSpan margin, bool hasWindow = true, DateOnly? promisedOn = null)
    {
        var band = ByTime(state, deadlineAt, hasFlag, now, margin, hasWindow);
        return band > LineBand.Today && !CaseStates.IsFinal(state) && PromiseRules.IsPast(promisedOn, now) ? LineBand.Today : band;
    }

    /// <summary>When time alone puts the case into another band; null where it never does.</summary>
    public static DateTimeOffset? NextTurn(
        CaseState state, DateTimeOffset? deadlineAt, bool hasFlag, DateTimeOffset now, TimeSpan margin, DateOnly? promisedOn = null)
    {
        var promise = CaseStates.IsFinal(state) ? null : PromiseRules.PastFrom(promisedOn);
        IEnumerable<DateTimeOffset?> turns = hasFlag || !CaseStates.IsBeforeSending(state) || deadlineAt is not { } deadline
            ? [promise]
            : [promise, .. Edges.Select(edge => (DateTimeOffset?)(deadline - margin - edge))];
        return turns.Where(turn => turn > now).Min();
    }

    private static LineBand ByTime(CaseState state, DateTimeOffset? deadlineAt, bool hasFlag, DateTimeOffset now, TimeSpan margin, bool hasWindow)
    {
        if (state == CaseState.OutcomeUnknown || hasFlag)
        {
            return LineBand.Urgent;
        }

        if (!CaseStates.IsBeforeSending(state))
        {
            return LineBand.Later;
        }

        if (deadlineAt is not { } deadline)
        {
            return hasWindow ? LineBand.UnknownDeadline : LineBand.Later;
        }

        var left = deadline - margin - now;
        return left switch
        {
            _ when left <= TimeSpan.Zero => LineBand.Later,
            _ when left < UrgentBelow => LineBand.Urgent,
            _ when left < SoonBelow => LineBand.Soon,
            _ when left < TodayBelow => LineBand.Today,
            _ => LineBand.Later,
        };
    }
}
