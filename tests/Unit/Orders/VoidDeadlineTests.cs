using System.Globalization;
using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class VoidDeadlineTests
{
    /// <summary>Paid on the morning of 1 September in Seoul, 2026-09-01 01:30 UTC.</summary>
    private static readonly DateTimeOffset Paid = new(2026, 9, 1, 1, 30, 0, TimeSpan.Zero);

    [Fact]
    public void HoursAfterIssue_Alone_CountFromPaymentAsAnEstimate()
    {
        var deadline = VoidDeadline.Of(Quote(afterIssue: "23"), Order());

        Assert.Equal(Utc("2026-09-02 00:30"), deadline.At);
        Assert.Equal(DeadlineLimit.AfterIssue, deadline.Limit);
        Assert.Equal(DeadlineCertainty.Estimated, deadline.Certainty);
        Assert.Equal([DeadlineDoubts.IssueTime, DeadlineDoubts.Units], deadline.Doubts);
        Assert.Equal("23", deadline.Raw);
    }

    [Theory]
    [InlineData("23", "2026-09-02 00:30")]
    [InlineData(" 23 ", "2026-09-02 00:30")]
    [InlineData("0", "2026-09-01 01:30")]
    [InlineData("1.5", "2026-09-01 03:00")]
    [InlineData("90 min", "2026-09-01 03:00")]
    [InlineData("2h", "2026-09-01 03:30")]
    [InlineData("2 Hours", "2026-09-01 03:30")]
    [InlineData("1 day", "2026-09-02 01:30")]
    public void HoursAfterIssue_WrittenInManyWays_AreRead(string written, string at) =>
        Assert.Equal(Utc(at), VoidDeadline.Of(Quote(afterIssue: written), Order()).At);

    [Theory]
    [InlineData("soon")]
    [InlineData("-3")]
    [InlineData("23 moons")]
    [InlineData("99999999")]
    [InlineData("{\"hours\":23}")]
    public void HoursAfterIssue_Unreadable_LeaveNoMoment(string written)
    {
        var deadline = VoidDeadline.Of(Quote(afterIssue: written), Order());

        Assert.Null(deadline.At);
        Assert.Equal(DeadlineLimit.None, deadline.Limit);
        Assert.Equal(DeadlineCertainty.NotCertain, deadline.Certainty);
        Assert.Equal([DeadlineDoubts.AfterIssue], deadline.Doubts);
    }

    [Fact]
    public void HoursAfterIssue_WithoutPaymentTime_CountFromCreationAndSaySo()
    {
        var deadline = VoidDeadline.Of(Quote(afterIssue: "23"), Order() with { PaidAt = null, CreatedAt = Utc("2026-09-01 01:00") });

        Assert.Equal(Utc("2026-09-02 00:00"), deadline.At);
        Assert.Equal(DeadlineCertainty.NotCertain, deadline.Certainty);
        Assert.Contains(DeadlineDoubts.PaymentTime, deadline.Doubts);
    }

    [Fact]
    public void HoursAfterIssue_WithoutAnyTime_LeaveNoMoment()
    {
        var deadline = VoidDeadline.Of(Quote(afterIssue: "23"), Order() with { PaidAt = null });

        Assert.Null(deadline.At);
        Assert.Equal([DeadlineDoubts.PaymentTime], deadline.Doubts);
    }

    [Fact]
    public void MinutesBeforeDeparture_UseTheAirportsZone()
    {
        // 18:00 in Seoul is 09:00 UTC.
        var deadline = VoidDeadline.Of(Quote(beforeDeparture: "180"), Order("ICN", "2026-09-01 18:00"));

        Assert.Equal(Utc("2026-09-01 06:00"), deadline.At);
        Assert.Equal(DeadlineLimit.BeforeDeparture, deadline.Limit);
        Assert.Equal(DeadlineCertainty.Estimated, deadline.Certainty);
        Assert.Equal("Asia/Seoul", deadline.Zone);
        Assert.Equal([DeadlineDoubts.Units], deadline.Doubts);
    }

    /// <summary>The flight may have been moved since: even with a unit of the partner's it stays an estimate.</summary>
    [Fact]
    public void MinutesBeforeDeparture_WithAUnit_AreStillAnEstimate()
    {
        var deadline = VoidDeadline.Of(Quote(beforeDeparture: "3 hours"), Order("ICN", "2026-09-01 18:00"));

        Assert.Equal((Utc("2026-09-01 06:00"), DeadlineCertainty.Estimated), (deadline.At, deadline.Certainty));
        Assert.Empty(deadline.Doubts);
    }

    [Fact]
    public void MinutesBeforeDeparture_FromAnUnknownAirport_TakeTheEarliestZoneOnEarth()
    {
        var deadline = VoidDeadline.Of(Quote(beforeDeparture: "180"), Order("QQQ", "2026-09-10 18:00"));

        Assert.Equal(Utc("2026-09-10 01:00"), deadline.At);
        Assert.Equal(DeadlineCertainty.NotCertain, deadline.Certainty);
        Assert.Null(deadline.Zone);
        Assert.Contains(DeadlineDoubts.Airport, deadline.Doubts);
    }

    [Fact]
    public void MinutesBeforeDeparture_WithoutADepartureTime_LeaveADoubt()
    {
        var order = Order() with { Segments = [new FlightSegment("Y4", "Y4702", "MEX", null, "CUN", null)] };

        var deadline = VoidDeadline.Of(Quote(afterIssue: "23", beforeDeparture: "180"), order);

        Assert.Equal(DeadlineLimit.AfterIssue, deadline.Limit);
        Assert.Equal(DeadlineCertainty.NotCertain, deadline.Certainty);
        Assert.Contains(DeadlineDoubts.DepartureTime, deadline.Doubts);
    }

    /// <summary>Tokyo 17:00 flies before Los Angeles 12:00 of the same date: wall clocks do not sort.</summary>
    [Fact]
    public void MinutesBeforeDeparture_AcrossTheDateLine_TakeTheFlightThatLeavesFirst()
    {
        var order = Order() with
        {
            Segments =
            [
                new FlightSegment("ZG", "ZG24", "NRT", Local("2026-09-10 17:00"), "LAX", null),
                new FlightSegment("AS", "AS1", "LAX", Local("2026-09-10 12:00"), "SEA", null),
            ],
        };

        Assert.Equal(Utc("2026-09-10 05:00"), VoidDeadline.Of(Quote(beforeDeparture: "180"), order).At);
    }

    [Fact]
    public void SeveralLimits_TheEarliestWins()
    {
        var quote = Quote(afterIssue: "23", beforeDeparture: "180", sameDay: "23:59", zone: "Asia/Seoul");

        var far = VoidDeadline.Of(quote, Order("ICN", "2026-10-01 10:00"));
        var soon = VoidDeadline.Of(quote, Order("ICN", "2026-09-01 20:00"));

        Assert.Equal((Utc("2026-09-01 14:59"), DeadlineLimit.SameDay, DeadlineCertainty.Certain), (far.At, far.Limit, far.Certainty));
        Assert.Equal((Utc("2026-09-01 08:00"), DeadlineLimit.BeforeDeparture, DeadlineCertainty.Estimated), (soon.At, soon.Limit, soon.Certainty));
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30")]
    [InlineData("America/New_York", "2026-03-08 02:30", "2026-03-08 06:30")]
    [InlineData("Europe/London", "2026-10-25 01:30", "2026-10-25 00:30")]
    [InlineData("Europe/London", "2026-03-29 01:30", "2026-03-29 00:30")]
    [InlineData("Australia/Sydney", "2026-04-05 02:30", "2026-04-04 15:30")]
    public void AClockChange_AtThatVeryMoment_TakesTheEarlierReading(string zone, string local, string at)
    {
        var order = Order() with { PaidAt = Utc(at).AddHours(-3) };

        var deadline = VoidDeadline.Of(Quote(sameDay: local, zone: zone) with { QuotedAt = Utc(at).AddHours(-2) }, order);

        Assert.Equal(Utc(at), deadline.At);
        Assert.Equal(DeadlineCertainty.Estimated, deadline.Certainty);
        Assert.Equal([DeadlineDoubts.ClockChange], deadline.Doubts);
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-01 00:59", "2026-11-01 04:59")]
    [InlineData("America/New_York", "2026-11-01 02:00", "2026-11-01 07:00")]
    [InlineData("America/New_York", "2026-03-08 01:59", "2026-03-08 06:59")]
    [InlineData("America/New_York", "2026-03-08 03:00", "2026-03-08 07:00")]
    [InlineData("America/New_York", "2026-11-01 23:59", "2026-11-02 04:59")]
    public void AClockChange_NearBy_ChangesNothing(string zone, string local, string at)
    {
        var deadline = VoidDeadline.Of(Quote(sameDay: local, zone: zone) with { QuotedAt = Utc(at) }, Order());

        Assert.Equal((Utc(at), DeadlineCertainty.Certain), (deadline.At, deadline.Certainty));
    }

    [Theory]
    [InlineData("2026-09-01T23:59:59Z", "2026-09-01 23:59:59")]
    [InlineData("2026-09-01T23:59:59+09:00", "2026-09-01 14:59:59")]
    [InlineData("2026-09-01T23:59:59.000+0900", "2026-09-01 14:59:59")]
    [InlineData("2026-09-01 23:59:59 GMT+8", "2026-09-01 15:59:59")]
    [InlineData("2026-09-01 23:59 (Asia/Seoul)", "2026-09-01 14:59:00")]
    [InlineData("23:59 KST", "2026-09-01 14:59:00")]
    [InlineData("11:59 PM KST", "2026-09-01 14:59:00")]
    [InlineData("2026-09-01 11:59 P.M. (Asia/Seoul)", "2026-09-01 14:59:00")]
    [InlineData("23:59 America/Mexico_City", "2026-09-01 05:59:00")]
    [InlineData("1788274799", "2026-09-01 14:59:59")]
    [InlineData("1788274799000", "2026-09-01 14:59:59")]
    [InlineData("{\"time\":\"2026-09-01 23:59:59\",\"timezone\":\"Asia/Seoul\"}", "2026-09-01 14:59:59")]
    [InlineData("{\"date\":\"2026-09-01\",\"time\":\"23:59:59\",\"zone\":\"+09:00\"}", "2026-09-01 14:59:59")]
    [InlineData("{\"epochMillis\":1788274799000}", "2026-09-01 14:59:59")]
    public void ThePartnersMoment_WithAZoneOfItsOwn_IsCertain(string raw, string at)
    {
        var deadline = VoidDeadline.Of(Quote(afterIssue: "1", raw: raw), Order("MEX", "2026-10-01 10:00"));

        Assert.Equal((Utc(at), DeadlineLimit.PartnerDeadline, DeadlineCertainty.Certain), (deadline.At, deadline.Limit, deadline.Certainty));
        Assert.Equal(raw, deadline.Raw);
        Assert.Empty(deadline.Doubts);
    }

    [Theory]
    [InlineData("20260901T235959")]
    [InlineData("2026-09-01 23:59:59")]
    [InlineData("2026-09-01T23:59:59")]
    [InlineData("20260901235959")]
    [InlineData("{\"deadline\":\"2026-09-01 23:59:59\",\"note\":\"airline rule\"}")]
    public void ThePartnersMoment_WithoutAZone_TakesTheWindowsZone(string raw)
    {
        var deadline = VoidDeadline.Of(Quote(raw: raw, zone: "Asia/Seoul"), Order("MEX", "2026-10-01 10:00"));

        Assert.Equal((Utc("2026-09-01 14:59:59"), DeadlineCertainty.Certain, "Asia/Seoul"), (deadline.At, deadline.Certainty, deadline.Zone));
    }

    [Theory]
    [InlineData("20260901T235959", "2026-09-01 15:59:59")]
    [InlineData("202609012359", "2026-09-01 15:59:00")]
    [InlineData("2026-09-01 23:59 local time", "2026-09-01 15:59:00")]
    [InlineData("23:59", "2026-09-01 05:59:00")]
    public void ThePartnersMoment_WithoutAnyZone_IsReadCautiously(string raw, string at)
    {
        // On the first of September in Singapore it is still the thirty-first of August in Mexico.
        var deadline = VoidDeadline.Of(Quote(raw: raw), Order("MEX", "2026-10-01 10:00"));

        Assert.Equal((Utc(at), DeadlineLimit.PartnerDeadline, DeadlineCertainty.NotCertain), (deadline.At, deadline.Limit, deadline.Certainty));
        Assert.Equal([DeadlineDoubts.Zone], deadline.Doubts);
    }

    [Theory]
    [InlineData("before 23:59 of the day")]
    [InlineData("20260901")]
    [InlineData("2026101923")]
    [InlineData("1999-01-01 10:00:00")]
    [InlineData("[\"2026-09-01 23:59:59\"]")]
    [InlineData("{\"from\":\"2026-09-01 10:00\",\"to\":\"2026-09-01 23:59\"}")]
    [InlineData("{\"voidable\":true}")]
    [InlineData("{broken")]
    [InlineData("true")]
    public void ThePartnersMoment_Unreadable_LeavesTheLimitsWithADoubt(string raw)
    {
        var deadline = VoidDeadline.Of(Quote(afterIssue: "23", raw: raw), Order());

        Assert.Equal((Utc("2026-09-02 00:30"), DeadlineLimit.AfterIssue, DeadlineCertainty.NotCertain), (deadline.At, deadline.Limit, deadline.Certainty));
        Assert.Contains(DeadlineDoubts.PartnerDeadline, deadline.Doubts);
    }

    [Fact]
    public void Nothing_AtAll_IsNoLimit()
    {
        var deadline = VoidDeadline.Of(Quote() with { Window = null }, Order());

        Assert.Equal((null, DeadlineLimit.None, DeadlineCertainty.NotCertain), (deadline.At, deadline.Limit, deadline.Certainty));
        Assert.Equal([DeadlineDoubts.Nothing], deadline.Doubts);
    }

    internal static PartnerQuote Quote(
        string? afterIssue = null, string? beforeDeparture = null, string? sameDay = null, string? zone = null, string? raw = null) => new()
        {
            OrderNo = "TESTA20260901093000111",
            IsPossible = true,
            Method = RefundMethod.Cash,
            QuotedAt = Paid.AddMinutes(20),
            RawDeadline = raw,
            Window = new VoidWindow
            {
                TimeAfterIssue = afterIssue,
                TimeBeforeDeparture = beforeDeparture,
                SameDayDeadlineTime = sameDay,
                SameDayTimezone = zone,
            },
        };

    internal static OrderSnapshot Order(string airport = "ICN", string departs = "2026-10-01 10:00") => new()
    {
        OrderNo = "TESTA20260901093000111",
        Stage = OrderStage.Ticketed,
        PaymentMethod = PaymentMethod.Deposit,
        PaidAt = Paid,
        Segments = [new FlightSegment("7C", "7C101", airport, Local(departs), "CJU", null)],
        ReadAt = Paid.AddMinutes(20),
    };

    private static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    internal static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
