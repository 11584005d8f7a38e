namespace BackOffice.Core.Cases;

/// <summary>The bands of the line, most urgent first.</summary>
public enum LineBand
{
    /// <summary>Less than a quarter of an hour to act, or an outcome that nobody knows.</summary>
    Urgent,

    /// <summary>Less than an hour.</summary>
    Soon,

    /// <summary>Less than a day.</summary>
    Today,

    /// <summary>Not sent, and no deadline is known: unknown is risk.</summary>
    UnknownDeadline,

    /// <summary>Later, with the partner, or past the window.</summary>
    Later,
}

/// <summary>Where a case stands in the line. Pure.</summary>
public static class LineBands
{
    /// <summary>Where the bands meet, as what is left until the last safe moment.</summary>
    private static readonly TimeSpan[] Edges = [TimeSpan.FromHours(24), TimeSpan.FromHours(1), TimeSpan.FromMinutes(15), TimeSpan.Zero];

    /// <param name="margin">The last safe moment is this long before the deadline.</param>
    /// <param name="hasWindow">False of what can be sent at any time: no deadline is then no risk.</param>
    public static LineBand Of(CaseState state, DateTimeOffset? deadlineAt, bool hasFlag, DateTimeOffset now, TimeSpan margin, bool hasWindow = true)
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
            _ when left < TimeSpan.FromMinutes(15) => LineBand.Urgent,
            _ when left < TimeSpan.FromHours(1) => LineBand.Soon,
            _ when left < TimeSpan.FromHours(24) => LineBand.Today,
            _ => LineBand.Later,
        };
    }

    /// <summary>When time alone puts the case into another band; null where it never does.</summary>
    public static DateTimeOffset? NextTurn(CaseState state, DateTimeOffset? deadlineAt, bool hasFlag, DateTimeOffset now, TimeSpan margin)
    {
        if (hasFlag || !CaseStates.IsBeforeSending(state) || deadlineAt is not { } deadline)
        {
            return null;
        }

        return Edges.Select(edge => deadline - margin - edge).Where(turn => turn > now).Min(turn => (DateTimeOffset?)turn);
    }
}
