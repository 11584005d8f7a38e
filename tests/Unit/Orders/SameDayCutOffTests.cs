using BackOffice.Core.Orders;
using static Unit.Orders.VoidDeadlineTests;

namespace Unit.Orders;

/// <summary>The cut-off on the day of payment: whose day, and by whose clock.</summary>
public sealed class SameDayCutOffTests
{
    [Theory]
    [InlineData("Asia/Seoul", "2026-09-01 14:59", "Asia/Seoul")]
    [InlineData("+09:00", "2026-09-01 14:59", "+09:00")]
    [InlineData("+0900", "2026-09-01 14:59", "+09:00")]
    [InlineData("GMT+8", "2026-09-01 15:59", "+08:00")]
    [InlineData("UTC+9", "2026-09-01 14:59", "+09:00")]
    [InlineData("UTC +09:00", "2026-09-01 14:59", "+09:00")]
    [InlineData("Seoul", "2026-09-01 14:59", "Asia/Seoul")]
    [InlineData("seoul", "2026-09-01 14:59", "Asia/Seoul")]
    [InlineData("KST", "2026-09-01 14:59", "Asia/Seoul")]
    [InlineData("Mexico City", "2026-09-01 05:59", "America/Mexico_City")]
    [InlineData("UTC", "2026-09-01 23:59", "+00:00")]
    [InlineData("Z", "2026-09-01 23:59", "+00:00")]
    [InlineData("-03:30", "2026-09-01 03:29", "-03:30")]
    public void CutOff_InAReadableZone_IsCertain(string zone, string at, string shown)
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: "23:59", zone: zone), Order());

        Assert.Equal((Utc(at), DeadlineLimit.SameDay, DeadlineCertainty.Certain, shown), (deadline.At, deadline.Limit, deadline.Certainty, deadline.Zone));
        Assert.Empty(deadline.Doubts);
        Assert.Equal("23:59 " + zone, deadline.Raw);
    }

    /// <summary>16:30 UTC is already the second of September in Seoul: the day is the zone's, not ours.</summary>
    [Fact]
    public void CutOff_PaidAfterMidnightThere_IsOnTheNextDay()
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: "23:59", zone: "Asia/Seoul"), Order() with { PaidAt = Utc("2026-09-01 16:30") });

        Assert.Equal(Utc("2026-09-02 14:59"), deadline.At);
    }

    [Theory]
    [InlineData("23:59", "2026-09-01 14:59:00")]
    [InlineData("23:59:59", "2026-09-01 14:59:59")]
    [InlineData("24:00", "2026-09-01 15:00:00")]
    [InlineData("2026-09-01 23:59:59", "2026-09-01 14:59:59")]
    [InlineData("20260901T235959", "2026-09-01 14:59:59")]
    [InlineData("2026-09-01T23:59", "2026-09-01 14:59:00")]
    [InlineData("2026-09-01T23:59:00+10:00", "2026-09-01 13:59:00")]
    [InlineData("11:59 PM", "2026-09-01 14:59:00")]
    [InlineData("11:59pm", "2026-09-01 14:59:00")]
    [InlineData("11:59 p.m.", "2026-09-01 14:59:00")]
    [InlineData("11:59\u202fP.M.", "2026-09-01 14:59:00")]
    [InlineData("11:59:59 PM", "2026-09-01 14:59:59")]
    [InlineData("23:59 PM", "2026-09-01 14:59:00")]
    [InlineData("12:30 PM", "2026-09-01 03:30:00")]
    [InlineData("10:45 AM", "2026-09-01 01:45:00")]
    [InlineData("2026-09-02 12:30 AM", "2026-09-01 15:30:00")]
    [InlineData("12:00 AM", "2026-09-01 15:00:00")]
    [InlineData("12:00:00 a.m.", "2026-09-01 15:00:00")]
    [InlineData("2026-09-02 12:00 AM", "2026-09-01 15:00:00")]
    [InlineData("{\"date\":\"2026-09-02\",\"time\":\"12:00 AM\"}", "2026-09-01 15:00:00")]
    [InlineData("{\"date\":\"2026-09-01\",\"time\":\"24:00\"}", "2026-09-01 15:00:00")]
    [InlineData("2026-09-01 9:30 PM", "2026-09-01 12:30:00")]
    public void CutOff_WrittenInManyWays_IsRead(string time, string at)
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: time, zone: "Asia/Seoul"), Order());

        Assert.Equal(Utc(at), deadline.At);
        Assert.Equal(DeadlineCertainty.Certain, deadline.Certainty);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("EST")]
    [InlineData("CST")]
    [InlineData("IST")]
    [InlineData("ICT")]
    [InlineData("GST")]
    [InlineData("EAT")]
    [InlineData("ART")]
    [InlineData("CLT")]
    [InlineData("WAT")]
    [InlineData("AMT")]
    [InlineData("local")]
    [InlineData("Local time")]
    [InlineData("8")]
    [InlineData("+99:00")]
    [InlineData("../../etc/passwd")]
    [InlineData("Asia/Nowhere")]
    public void CutOff_WithoutAReadableZone_TakesTheEarlierOfSingaporeAndTheAirport(string? zone)
    {
        // Seoul's 23:59 comes an hour before Singapore's.
        var deadline = VoidDeadline.Of(Quote(sameDay: "23:59", zone: zone), Order("ICN", "2026-10-01 10:00"));

        Assert.Equal(Utc("2026-09-01 14:59"), deadline.At);
        Assert.Equal(DeadlineCertainty.NotCertain, deadline.Certainty);
        Assert.Equal([DeadlineDoubts.Zone], deadline.Doubts);
        Assert.Null(deadline.Zone);
    }

    /// <summary>
    /// They lie east of Singapore, and of the airports of the flights that they are written for. Partners write one code all year round, and Brisbane
    /// writes that of Sydney: the clocks of the place count, and what the letters say, whichever is earlier.
    /// </summary>
    [Theory]
    [InlineData("AWST", "2026-09-01 15:59", "2026-12-01 15:59", "Certain", "Certain")]
    [InlineData("ACST", "2026-09-01 14:29", "2026-12-01 13:29", "Certain", "NotCertain")]
    [InlineData("acdt", "2026-09-01 13:29", "2026-12-01 13:29", "NotCertain", "Certain")]
    [InlineData("AEST", "2026-09-01 13:59", "2026-12-01 12:59", "Certain", "NotCertain")]
    [InlineData("AEDT", "2026-09-01 12:59", "2026-12-01 12:59", "NotCertain", "Certain")]
    [InlineData("NZST", "2026-09-01 11:59", "2026-12-01 10:59", "Certain", "NotCertain")]
    [InlineData("(NZDT)", "2026-09-01 10:59", "2026-12-01 10:59", "NotCertain", "Certain")]
    public void CutOff_InALetterCodeOfOnePlace_IsTheEarlierOfItsClocksAndItsLetters(string zone, string inWinter, string inSummer, string sureInWinter, string sureInSummer)
    {
        var quote = Quote(sameDay: "23:59", zone: zone);
        var order = Order("ICN", "2027-03-01 10:00");

        var winter = VoidDeadline.Of(quote, order);
        var summer = VoidDeadline.Of(quote, order with { PaidAt = Utc("2026-12-01 01:30") });

        Assert.Equal((Utc(inWinter), sureInWinter), (winter.At, winter.Certainty.ToString()));
        Assert.Equal((Utc(inSummer), sureInSummer), (summer.At, summer.Certainty.ToString()));
    }

    /// <summary>Half past eleven at night in Brisbane is the next day in Sydney: the cut-off of that day would be a day too late.</summary>
    [Theory]
    [InlineData("AEST", "2026-12-01 13:30", "2026-12-01 13:59")]
    [InlineData("ACST", "2026-12-01 14:00", "2026-12-01 14:29")]
    public void CutOff_OfADayThatTwoReadingsCallDifferently_IsOfTheEarlierDay(string zone, string paid, string expected)
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: "23:59", zone: zone), Order("ICN", "2027-03-01 10:00") with { PaidAt = Utc(paid) });

        Assert.Equal((Utc(expected), DeadlineCertainty.NotCertain), (deadline.At, deadline.Certainty));
        Assert.Equal([DeadlineDoubts.Zone], deadline.Doubts);
    }

    [Fact]
    public void CutOff_WithoutAZoneFromTheWest_TakesSingapore()
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: "2026-09-01 23:59"), Order("MEX", "2026-10-01 10:00"));

        Assert.Equal(Utc("2026-09-01 15:59"), deadline.At);
    }

    [Fact]
    public void CutOff_WithoutZoneAndAirport_TakesTheEarliestZoneOnEarth()
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: "2026-09-02 23:59"), Order("QQQ", "2026-10-01 10:00"));

        Assert.Equal(Utc("2026-09-02 09:59"), deadline.At);
        Assert.Equal([DeadlineDoubts.Zone, DeadlineDoubts.Airport], deadline.Doubts);
    }

    [Fact]
    public void CutOff_BeforeThePayment_SaysThatTheDayIsDoubtful()
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: "09:00", zone: "Asia/Seoul"), Order());

        Assert.Equal(Utc("2026-09-01 00:00"), deadline.At);
        Assert.Equal(DeadlineCertainty.NotCertain, deadline.Certainty);
        Assert.Equal([DeadlineDoubts.IssueDay], deadline.Doubts);
    }

    [Theory]
    [InlineData("before midnight")]
    [InlineData("25:00")]
    [InlineData("23:60")]
    [InlineData("13:00 AM")]
    [InlineData("2026-13-01 10:00")]
    public void CutOff_Unreadable_MakesTheOtherLimitsUncertain(string time)
    {
        var deadline = VoidDeadline.Of(Quote(afterIssue: "23", sameDay: time, zone: "Asia/Seoul"), Order());

        Assert.Equal(Utc("2026-09-02 00:30"), deadline.At);
        Assert.Equal(DeadlineCertainty.NotCertain, deadline.Certainty);
        Assert.Contains(DeadlineDoubts.SameDay, deadline.Doubts);
    }
}
