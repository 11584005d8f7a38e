namespace BackOffice.Web.Features.Cases;

/// <summary>What to expect after a refund was submitted, by what Atlas says of itself. Pure.</summary>
/// <param name="PassedOnBy">Atlas usually has handed it to the airline by then.</param>
/// <param name="FollowUpFrom">The first day on which Atlas takes a question after it, by the reader's calendar.</param>
public sealed record RefundTimes(DateTimeOffset PassedOnBy, DateOnly FollowUpFrom)
{
    public static readonly TimeSpan PassingOn = TimeSpan.FromHours(4);

    public const int DaysBeforeFollowUp = 21;

    public static RefundTimes Of(DateTimeOffset submittedAt, TimeZoneInfo zone) =>
        new(submittedAt + PassingOn, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(submittedAt.AddDays(DaysBeforeFollowUp), zone).DateTime));

    public bool MayFollowUp(DateTimeOffset now, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime) >= FollowUpFrom;
}
