using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Export;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Export;

public sealed class VoidReportTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    [Fact]
    public async Task Report_OfSeveralCurrenciesAndMethods_AddsNeither()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(
            desk,
            Quoted(1, RefundMethod.Cash, new Money(1_000, "USD")), Quoted(2, RefundMethod.Cash, new Money(2_500, "USD"), new QuotedExtra("B", null, new Money(700, "EUR"))),
            Quoted(3, RefundMethod.Voucher, new Money(4_000, "USD")), (Cases.Order("TESTA000000000004"), null, Desk.Start));

        var report = await ReadAsync(desk, await desk.Staff.SupervisorAsync());

        Assert.Equal(4, report.Count);
        Assert.Equal(
            [("EUR", RefundMethod.Cash, 1, 700L), ("USD", RefundMethod.Cash, 2, 3_500L), ("USD", RefundMethod.Voucher, 1, 4_000L)],
            report.Totals.Select(t => (t.Currency, t.Method, t.Estimated.Cases, t.Estimated.Minor)));
        Assert.Equal([(CaseState.Open, 1), (CaseState.Quoted, 3)], report.States.Select(s => (s.State, s.Count)));
    }

    /// <summary>What the airline has yet to decide is no sum, whatever amount stands beside it.</summary>
    [Fact]
    public async Task Report_OfWhatIsNoQuote_ExpectsNothing()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var (order, quote, at) = Quoted(1, RefundMethod.Cash, new Money(9_000, "USD"));
        await Cases.AddAsync(desk, (order, quote! with { Sureness = QuoteSureness.CannotQuote }, at));

        Assert.Equal(0, (await ReadAsync(desk, await desk.Staff.SupervisorAsync())).Totals.Sum(t => t.Estimated.Cases));
        Assert.Equal("", (await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync())).Single["estimated_back"]);
    }

    /// <summary>The bag that can be read is no sum of the case; it stands in the column of the extras.</summary>
    [Fact]
    public async Task Report_OfASumWithAPartThatCannotBeRead_ExpectsNothing()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var quote = Cases.Quote("TESTA000000000001", RefundMethod.Cash, null, new QuotedExtra("B1", null, new Money(2_000, "USD")));
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001"), quote, Desk.Start));

        Assert.Equal(0, (await ReadAsync(desk, await desk.Staff.SupervisorAsync())).Totals.Sum(t => t.Estimated.Cases));
        var row = (await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync())).Single;
        Assert.Equal(("", "20.00"), (row["estimated_back"], row["extras_back"]));
    }

    /// <summary>A voucher is worth what nobody adds up here; the bag's money is cash, and a zero of it is not what the voucher is worth.</summary>
    [Theory]
    [InlineData(6_000L, "Cash 6000", "60.00")]
    [InlineData(0L, "", "")]
    public async Task Report_OfAVoucherWithCashForABag_CountsThatAsCash(long back, string totals, string inFile)
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var quote = Cases.Quote("TESTA000000000001", RefundMethod.Voucher, null, new QuotedExtra("B1", null, new Money(back, "USD")));
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001"), quote, Desk.Start));

        var report = await ReadAsync(desk, await desk.Staff.SupervisorAsync());

        Assert.Equal(totals, string.Join(' ', report.Totals.Where(t => t.Estimated.Cases > 0).Select(t => $"{t.Method} {t.Estimated.Minor}")));
        Assert.Equal(inFile, (await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync())).Single["estimated_back"]);
    }

    /// <summary>A success without the airline's own amount confirms nothing.</summary>
    [Fact]
    public async Task Report_OfVoidsOnTheirWay_TellsExpectedFromConfirmed()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await desk.SentAsync(Scenes.TwoPassengersAndBag);
        await desk.ReconcileForAsync(TimeSpan.FromHours(1));
        await desk.SentAsync(Scenes.StuckAtZero);
        await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        var report = await ReadAsync(desk, await desk.Staff.SupervisorAsync());

        var usd = Assert.Single(report.Totals);
        Assert.Equal((3, 1, 0), (usd.Estimated.Cases, usd.StillExpected.Cases, usd.Confirmed.Cases));
        Assert.Equal(3, report.Newest.Count);
        Assert.Null(report.WhyNoExport);
    }

    [Fact]
    public async Task Report_CountsDaysInItsZone_WithoutGaps()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        // A quarter to midnight in Seoul, and a quarter past.
        var midnight = new DateTimeOffset(2026, 8, 30, 15, 0, 0, TimeSpan.Zero);
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001"), null, midnight.AddMinutes(-15)), (Cases.Order("TESTA000000000002"), null, midnight.AddMinutes(15)));

        var report = await ReadAsync(desk, await desk.Staff.SupervisorAsync(), new VoidReportFilter { OpenedFrom = midnight.AddDays(-2) });

        Assert.Equal(ReportStep.Day, report.Step);
        Assert.Equal(
            [(29, 0), (30, 1), (31, 1), (1, 0)],
            report.Bars.Select(b => (b.From.Day, b.Count)));
    }

    [Fact]
    public void Sums_HoldTheAirlinesAmount_AndFeesOnlyOfVoidsThatWereTaken()
    {
        var tally = new ReportTally(TimeZoneInfo.Utc);
        var quote = Cases.Quote("TESTA000000000001", RefundMethod.Cash, new Money(10_000, "USD"));
        tally.Add(new TalliedCase(1, null, Desk.Start, CaseState.Refunded, "Y4", new Money(9_000, "USD"), WasTaken: true), quote);
        tally.Add(new TalliedCase(2, null, Desk.Start, CaseState.Following, "Y4", null, WasTaken: true), quote);
        tally.Add(new TalliedCase(3, null, Desk.Start, CaseState.Withdrawn, "Y4", null, WasTaken: false), quote);

        var usd = Assert.Single(tally.Totals);

        Assert.Equal(
            (new CountedSum(3, 30_000), new CountedSum(1, 10_000), new CountedSum(1, 9_000), new CountedSum(2, 600)),
            (usd.Estimated, usd.StillExpected, usd.Confirmed, usd.Fees));
    }

    /// <summary>Beside a void that came to nothing stands a zero: "1 case confirmed" of it would be taken for money.</summary>
    [Fact]
    public void Confirmed_OfWhatCameToNothing_CountsNoCase()
    {
        var tally = new ReportTally(TimeZoneInfo.Utc);
        var quote = Cases.Quote("TESTA000000000001", RefundMethod.Cash, new Money(10_000, "USD"));
        tally.Add(new TalliedCase(1, null, Desk.Start, CaseState.Refunded, "Y4", new Money(9_000, "USD"), WasTaken: true), quote);
        tally.Add(new TalliedCase(2, null, Desk.Start, CaseState.Rejected, "Y4", Money.Zero("USD"), WasTaken: true), quote);
        tally.Add(new TalliedCase(3, null, Desk.Start, CaseState.ClosedWithoutResult, "Y4", Money.Zero("USD"), WasTaken: true), quote);

        Assert.Equal(new CountedSum(1, 9_000), Assert.Single(tally.Totals).Confirmed);
    }

    /// <summary>A rejected refund may bring a part of the taxes all the same: that has come.</summary>
    [Theory]
    [InlineData(CaseState.Rejected)]
    [InlineData(CaseState.ClosedWithoutResult)]
    public void Confirmed_OfMoneyThatCameAllTheSame_CountsIt(CaseState state)
    {
        var tally = new ReportTally(TimeZoneInfo.Utc);
        tally.Add(new TalliedCase(1, null, Desk.Start, state, "Y4", new Money(1_200, "USD"), WasTaken: true), Cases.Quote("TESTA000000000001", RefundMethod.Cash, new Money(10_000, "USD")));

        Assert.Equal(new CountedSum(1, 1_200), Assert.Single(tally.Totals).Confirmed);
    }

    [Fact]
    public void Fees_OfRefundsThatWereTaken_AreInTheSumAsWell()
    {
        var tally = new ReportTally(TimeZoneInfo.Utc);
        var quote = Cases.Quote("TESTA000000000001", RefundMethod.Cash, new Money(10_000, "USD"));
        tally.Add(new TalliedCase(1, null, Desk.Start, CaseState.Following, "Y4", null, WasTaken: true), quote);
        tally.Add(new TalliedCase(2, null, Desk.Start, CaseState.Following, "Y4", null, WasTaken: true, CaseKind.Refund), quote);

        Assert.Equal(new CountedSum(2, 600), Assert.Single(tally.Totals).Fees);
    }

    [Theory]
    [InlineData(45, ReportStep.Day, 46)]
    [InlineData(60, ReportStep.Week, 9)]
    [InlineData(300, ReportStep.Month, 10)]
    public void Bars_OverALongerTime_TakeLongerSteps(int days, ReportStep step, int count)
    {
        var tally = new ReportTally(TimeZoneInfo.Utc);
        // The first of September 2026 is a Tuesday.
        tally.Add(new TalliedCase(1, null, Desk.Start, CaseState.Refunded, "Y4", null, true), null);
        tally.Add(new TalliedCase(2, null, Desk.Start.AddDays(days), CaseState.Withdrawn, "Y4", null, false), null);

        var (found, bars) = tally.Bars(null, null);

        Assert.Equal((step, count), (found, bars.Count));
        Assert.Equal((1, 0, 0), (bars[0].Back, bars[0].Open, bars[0].NotBack));
        Assert.Equal((0, 0, 1), (bars[^1].Back, bars[^1].Open, bars[^1].NotBack));
    }

    [Fact]
    public async Task Report_ForAnAgent_IsRefused()
    {
        await using var desk = await CsvFile.OpenDeskAsync();

        var outcome = await desk.Use<ReadVoidReport>().ExecuteAsync(await desk.Staff.AgentAsync(), new ReadVoidReportInput(new VoidReportFilter(), Seoul), CancellationToken.None);

        Assert.Equal(AccessRefusals.NotAllowed.Name, outcome.Refusal?.Name);
    }

    private static (OrderSnapshot Order, PartnerQuote? Quote, DateTimeOffset At) Quoted(int number, RefundMethod method, Money back, params QuotedExtra[] extras) =>
        (Cases.Order("TESTA00000000000" + number), Cases.Quote("TESTA00000000000" + number, method, back, extras), Desk.Start);

    private static async Task<VoidReport> ReadAsync(Desk desk, Actor who, VoidReportFilter? filter = null) =>
        (await desk.Use<ReadVoidReport>().ExecuteAsync(who, new ReadVoidReportInput(filter ?? new VoidReportFilter(), Seoul), CancellationToken.None)).Require();
}
