namespace BackOffice.Core.Cases;

/// <summary>What may be promised to a customer, and when a promise has passed. Days have no zone; the desk's own day is the UTC one. Pure.</summary>
public static class PromiseRules
{
    public const int LongestWords = 200;

    /// <summary>Airlines take months over some refunds; a day beyond this is a slip of the keys.</summary>
    private const int MostYears = 2;

    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    public static bool IsUsable(DateOnly on, DateTimeOffset now) => on >= Today(now) && on <= Today(now).AddYears(MostYears);

    /// <summary>The day is over. On the day itself the promise can still be kept.</summary>
    public static bool IsPast(DateOnly? promisedOn, DateTimeOffset now) => promisedOn < Today(now);

    /// <summary>The first instant at which <see cref="IsPast"/> holds; null without a promise.</summary>
    public static DateTimeOffset? PastFrom(DateOnly? promisedOn) =>
        promisedOn is { } day ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
