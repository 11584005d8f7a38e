using BackOffice.Core.Cases;

namespace Unit.Cases;

public sealed class PollPlanTests
{
    [Theory]
    [InlineData("-00:01:00", "00:00:30")]
    [InlineData("00:00:00", "00:00:30")]
    [InlineData("00:04:59", "00:00:30")]
    [InlineData("00:05:00", "00:02:00")]
    [InlineData("00:29:59", "00:02:00")]
    [InlineData("00:30:00", "00:15:00")]
    [InlineData("23:59:59", "00:15:00")]
    [InlineData("1.00:00:00", "06:00:00")]
    [InlineData("400.00:00:00", "06:00:00")]
    public void AfterStatus_ByAge_Widens(string sinceAccepted, string gap) =>
        Assert.Equal(TimeSpan.Parse(gap, null), PollPlan.AfterStatus(TimeSpan.Parse(sinceAccepted, null)));

    /// <summary>A person may decide after ten minutes: by then the plan has asked often enough.</summary>
    [Fact]
    public void AfterUnknown_ByNumber_WidensToHourlyAndNeverEnds() =>
        Assert.Equal(
            [15, 15, 30, 60, 120, 120, 240, 300, 900, 1800, 3600, 3600],
            new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10_000 }.Select(n => (int)PollPlan.AfterUnknown(n).TotalSeconds));

    [Fact]
    public void Constants_AreAsPromised() => Assert.Equal((30.0, 3), (PollPlan.FirstAsk.TotalSeconds, PollPlan.ClearNothingsNeeded));
}
