namespace BackOffice.Core.Orders;

/// <summary>
/// Until when a claimed call may leave. A program that stood still between the claim and the call (a machine that slept) must not make it any more:
/// others have long begun to ask what became of it, and a person may have decided. Measured twice, because one of the two clocks may have slept as well.
/// </summary>
public sealed record CallTerm
{
    private readonly long began;
    private readonly DateTimeOffset beganAt;
    private readonly TimeSpan length;

    private CallTerm(long began, DateTimeOffset beganAt, TimeSpan length) => (this.began, this.beganAt, this.length) = (began, beganAt, length);

    /// <summary>Begins now; taken before the claim, so that it is over before the claim's lease is.</summary>
    public static CallTerm Begin(TimeProvider clock, TimeSpan length) => new(clock.GetTimestamp(), clock.GetUtcNow(), length);

    public bool IsOver(TimeProvider clock) => clock.GetElapsedTime(began) >= length || clock.GetUtcNow() - beganAt >= length;
}
