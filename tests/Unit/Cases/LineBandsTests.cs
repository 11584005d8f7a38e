using BackOffice.Core.Cases;

namespace Unit.Cases;

public sealed class LineBandsTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>The last safe moment is two minutes before the deadline.</summary>
    [Theory]
    [InlineData(CaseState.Quoted, "00:02:00", false, LineBand.Later)]
    [InlineData(CaseState.Quoted, "-1.00:00:00", false, LineBand.Later)]
    [InlineData(CaseState.Quoted, "00:02:01", false, LineBand.Urgent)]
    [InlineData(CaseState.Quoted, "00:16:59", false, LineBand.Urgent)]
    [InlineData(CaseState.Open, "00:17:00", false, LineBand.Soon)]
    [InlineData(CaseState.AwaitingApproval, "01:01:59", false, LineBand.Soon)]
    [InlineData(CaseState.Queued, "01:02:00", false, LineBand.Today)]
    [InlineData(CaseState.Open, "1.00:01:59", false, LineBand.Today)]
    [InlineData(CaseState.Open, "1.00:02:00", false, LineBand.Later)]
    [InlineData(CaseState.Open, null, false, LineBand.UnknownDeadline)]
    [InlineData(CaseState.Sending, "00:05:00", false, LineBand.Later)]
    [InlineData(CaseState.Following, null, false, LineBand.Later)]
    [InlineData(CaseState.Following, null, true, LineBand.Urgent)]
    [InlineData(CaseState.OutcomeUnknown, null, false, LineBand.Urgent)]
    [InlineData(CaseState.OutcomeUnknown, "1.00:00:00", false, LineBand.Urgent)]
    [InlineData(CaseState.Refunded, "00:05:00", false, LineBand.Later)]
    public void Band_ByStateAndTimeLeft_IsTheOneThatIsDue(CaseState state, string? left, bool hasFlag, LineBand expected) =>
        Assert.Equal(expected, LineBands.Of(state, left is null ? null : Now + TimeSpan.Parse(left, null), hasFlag, Now, Margin));
}
