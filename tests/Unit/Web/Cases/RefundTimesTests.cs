using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

public sealed class RefundTimesTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly DateTimeOffset Submitted = new(2026, 9, 1, 16, 0, 0, TimeSpan.Zero);

    /// <summary>One in the morning of the second of September in Seoul.</summary>
    [Fact]
    public void Of_ASubmission_NamesFourHoursAndTheTwentyFirstDayOfTheReader() =>
        Assert.Equal(new RefundTimes(Submitted.AddHours(4), new DateOnly(2026, 9, 23)), RefundTimes.Of(Submitted, Seoul));

    [Theory]
    [InlineData(20, 22, false)]
    [InlineData(20, 23, true)]
    [InlineData(30, 0, true)]
    public void MayFollowUp_FromTheMorningOfThatDay_IsTrue(int days, int hours, bool expected) =>
        Assert.Equal(expected, RefundTimes.Of(Submitted, Seoul).MayFollowUp(new DateTimeOffset(2026, 9, 1, 16, 0, 0, TimeSpan.Zero).AddDays(days).AddHours(hours), Seoul));
}
