using System.Globalization;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Export;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Export;

public sealed class VoidCaseFileTests
{
    [Fact]
    public async Task File_OfAnApprovedAndRefundedVoid_SaysWhatTheDatabaseSays()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var number = await desk.SentAsync(Scenes.TwoPassengersAndBag);
        await desk.ReconcileForAsync(TimeSpan.FromHours(1));
        var found = await desk.CaseAsync(number);
        var permit = await desk.PermitAsync(number);
        var request = await desk.RequestAsync(permit.ApprovalId!.Value);
        var quote = await QuoteAsync(desk, found);

        var row = (await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync())).Single;

        Assert.Equal(CaseState.Refunded, found.State);
        Assert.Equal((found.Number, found.OrderNo, found.Order.AtlasPnr ?? "", found.AirlinePnr, found.Airline), (row["case_number"], row["order_number"], row["atlas_pnr"], row["airline_pnr"], row["airline"]));
        Assert.Equal((found.Route, found.DepartsOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "2"), (row["route"], row["departs_on"], row["passenger_count"]));
        Assert.Equal(("deposit", "cash", "refunded", "2", found.PartnerRef), (row["payment_method"], row["void_method"], row["state"], row["void_status"], row["void_code"]));
        Assert.Equal((found.Order.Total, quote.FarePaid, quote.SingleEstimate, quote.Fee, found.ActualBack), (Money(row, "order_total"), Money(row, "fare_paid"), Money(row, "estimated_back"), Money(row, "atlas_fee"), Money(row, "actual_back")));
        Assert.Equal((quote.Extras.Single().Paid, quote.Extras.Single().Back, ""), (Money(row, "extras_paid"), Money(row, "extras_back"), row["extras_paid_2"]));
        Assert.Equal((request.RequestedByName, request.Yes.Single().ByName, found.OpenedByName, found.OwnerName), (row["requested_by"], row["approved_by"], row["opened_by"], row["owner"]));
        Assert.Equal((found.OpenedAt, request.RequestedAt, request.EndedAt, found.SentAt), (Instant(row, "opened_at_utc"), Instant(row, "approval_asked_at_utc"), Instant(row, "approved_at_utc"), Instant(row, "sent_at_utc")));
        Assert.Equal((found.AcceptedAt, found.PartnerStatusAt, found.ClosedAt), (Instant(row, "accepted_at_utc"), Instant(row, "void_status_at_utc"), Instant(row, "closed_at_utc")));
        Assert.Equal((found.Reason, found.DeadlineAt, "", ""), (row["reason"], Instant(row, "deadline_at_utc"), row["decline_reason"], row["partner_cancel_reason"]));
    }

    [Fact]
    public async Task File_OfADeclinedVoid_SaysWhy()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var supervisor = await desk.Staff.SupervisorAsync();
        await desk.DeclineAsync(supervisor, await desk.AskAsync(agent, number));

        var row = (await CsvFile.TakeAsync(desk, supervisor)).Single;

        Assert.Equal(("Not this one.", "", "", agent.Name), (row["decline_reason"], row["approved_at_utc"], row["sent_at_utc"], row["requested_by"]));
    }

    /// <summary>It was approved and then stopped; what went out after it rests on the agent's own limit alone.</summary>
    [Fact]
    public async Task File_OfASendWithinTheOwnLimit_NamesNoEarlierApprovers()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var agent = await desk.Staff.AgentAsync(new Money(50_000, "USD"));
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        (await desk.Use<WithdrawRequest>().ExecuteAsync(agent, new WithdrawRequestInput(number, "Not yet."), CancellationToken.None)).Require();
        await desk.Staff.SetRuleAsync(freeUpTo: new Money(50_000, "USD"));
        desk.Pass(TimeSpan.FromMinutes(1));
        (await desk.TryPermitAsync(agent, number)).Require();
        await desk.SendRoundAsync();

        var row = (await CsvFile.TakeAsync(desk, supervisor)).Single;

        Assert.Equal((agent.Name, "", ""), (row["requested_by"], row["approved_by"], row["approved_at_utc"]));
    }

    [Fact]
    public async Task File_Of2000Cases_HoldsEachOnce_OldestFirst()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        // Every seventh case shares its instant with the six before it: the key has to tell them apart at the edges of the pages.
        await Cases.AddAsync(desk, [.. Enumerable.Range(0, 2000).Select(i => (Cases.Order("TESTA" + i.ToString("D12", CultureInfo.InvariantCulture)), (PartnerQuote?)null, Desk.Start.AddMinutes(2000 - (i / 7))))]);

        var file = await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync());

        await using var db = desk.Database.Open();
        var expected = await db.Set<Case>().OrderBy(c => c.OpenedAt).ThenBy(c => c.Id).Select(c => c.Number).ToListAsync();
        Assert.Equal(expected, file.Rows.Select(r => r["case_number"]));
    }

    [Fact]
    public async Task File_WithHostileCells_KeepsThemWhole_AndRunsNone()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        string[] names = ["=CMD|' /C calc'!A0", "+SUM(A1)", "-1+1", "@NOW()", "\tTAB", "＝FULL", "QUOTE\",\"COMMA", "LF\nCR\rCRLF\r\nEND", "张三", " SPACES "];
        await Cases.AddAsync(desk, [.. names.Select((name, i) => (Cases.Order("TESTA00000000000" + i, new OrderPassenger(name, "", PassengerType.Adult)), (PartnerQuote?)null, Desk.Start.AddMinutes(i)))]);

        var file = await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync());

        Assert.Equal(
            ["'=CMD|' /C calc'!A0", "'+SUM(A1)", "'-1+1", "'@NOW()", "TAB", "'＝FULL", "QUOTE\",\"COMMA", "LF\nCR\rCRLF\r\nEND", "张三", "SPACES"],
            file.Rows.Select(r => r["passengers"]));
        Assert.Contains("\"QUOTE\"\",\"\"COMMA\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"LF\nCR\rCRLF\r\nEND\"", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_StartsWithTheMark_AndEndsEachLineWithCrLf()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001"), null, Desk.Start));

        var file = await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync());

        Assert.Equal([0xEF, 0xBB, 0xBF], file.Bytes[..3]);
        Assert.StartsWith("\ufeffcase_number,order_number,", file.Text, StringComparison.Ordinal);
        Assert.Equal(2, file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\n', file.Text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Equal("void-cases-20260901T030000Z.csv", file.Name);
    }

    /// <summary>An auditor reads everything but the customers' names.</summary>
    [Fact]
    public async Task File_ForSomebodyWithoutTheRight_MasksNames()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001", new OrderPassenger("ZHAO", "YAN", PassengerType.Adult), new OrderPassenger("QIAN", "ER", PassengerType.Adult)), null, Desk.Start));

        var masked = await CsvFile.TakeAsync(desk, await desk.Staff.HireAsync([BackOffice.Core.Access.Role.Auditor]));
        var full = await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync());

        Assert.Equal("ZHAO Y…; QIAN E…", masked.Single["passengers"]);
        Assert.DoesNotContain("YAN", masked.Text, StringComparison.Ordinal);
        Assert.Equal("ZHAO YAN; QIAN ER", full.Single["passengers"]);
    }

    [Fact]
    public async Task File_WithAmountsOfSeveralCurrencies_AddsNone()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var quote = Cases.Quote(
            "TESTA000000000001", RefundMethod.Cash, new Money(9_700, "USD"),
            new QuotedExtra("B1", new Money(2_000, "EUR"), new Money(1_500, "EUR")), new QuotedExtra("B2", new Money(500, "JPY"), new Money(400, "JPY")),
            new QuotedExtra("B3", new Money(1_000, "USD"), new Money(800, "USD")));
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001"), quote, Desk.Start));

        var row = (await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync())).Single;

        Assert.Equal((new Money(10_500, "USD"), new Money(1_500, "EUR")), (Money(row, "estimated_back"), Money(row, "estimated_back_2")));
        Assert.Equal((new Money(1_000, "USD"), new Money(2_000, "EUR")), (Money(row, "extras_paid"), Money(row, "extras_paid_2")));
        Assert.Equal("extras_paid JPY 500; extras_back JPY 400; estimated_back JPY 400", row["further_amounts"]);
    }

    /// <summary>One of two bags would look like both.</summary>
    [Fact]
    public async Task File_WithAnExtraThatCannotBeRead_HoldsNoSumOfThatColumn()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        var bag = new QuotedExtra("B1", new Money(2_000, "USD"), new Money(1_500, "USD"));
        PartnerQuote Quoted(string order, QuotedExtra second) => Cases.Quote(order, RefundMethod.Cash, new Money(9_700, "USD"), bag, second);
        await Cases.AddAsync(
            desk,
            (Cases.Order("TESTA000000000001"), Quoted("TESTA000000000001", new QuotedExtra("B2", new Money(500, "USD"), null)), Desk.Start),
            (Cases.Order("TESTA000000000002"), Quoted("TESTA000000000002", new QuotedExtra("B2", null, new Money(400, "USD"))), Desk.Start.AddMinutes(1)));

        var rows = (await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync())).Rows;

        Assert.Equal(("25.00", "", ""), (rows[0]["extras_paid"], rows[0]["extras_back"], rows[0]["extras_back_currency"]));
        Assert.Equal(("", "19.00", "116.00"), (rows[1]["extras_paid"], rows[1]["extras_back"], rows[1]["estimated_back"]));
    }

    [Fact]
    public async Task File_WithFilters_HoldsOnlyWhatFits()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(
            desk,
            (Cases.Order("TESTA000000000001"), null, Desk.Start), (Cases.Order("TESTA000000000002"), Cases.Quote("TESTA000000000002", RefundMethod.Cash, new Money(1, "USD")), Desk.Start.AddDays(1)),
            (Cases.Order("TESTA000000000003"), null, Desk.Start.AddDays(2)));
        var supervisor = await desk.Staff.SupervisorAsync();
        async Task<string> OrdersAsync(VoidReportFilter filter) => string.Join(' ', (await CsvFile.TakeAsync(desk, supervisor, filter)).Rows.Select(r => r["order_number"][^1..]));

        Assert.Equal("2 3", await OrdersAsync(new VoidReportFilter { OpenedFrom = Desk.Start.AddDays(1) }));
        Assert.Equal("1", await OrdersAsync(new VoidReportFilter { OpenedBefore = Desk.Start.AddDays(1) }));
        Assert.Equal("2", await OrdersAsync(new VoidReportFilter { States = [CaseState.Quoted] }));
        Assert.Equal("1 2 3", await OrdersAsync(new VoidReportFilter { Airline = "Y4", States = [CaseState.Quoted, CaseState.Open] }));
        Assert.Equal("", await OrdersAsync(new VoidReportFilter { OwnerId = supervisor.Id }));
    }

    private static Money? Money(IReadOnlyDictionary<string, string> row, string name) =>
        row[name].Length == 0 ? null : BackOffice.Core.Values.Money.From(decimal.Parse(row[name], CultureInfo.InvariantCulture), row[name + "_currency"]);

    private static DateTimeOffset? Instant(IReadOnlyDictionary<string, string> row, string name) =>
        row[name].Length == 0 ? null : DateTimeOffset.ParseExact(row[name], "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static async Task<PartnerQuote> QuoteAsync(Desk desk, Case found)
    {
        await using var db = desk.Database.Open();
        return (await db.Set<CaseQuote>().SingleAsync(q => q.Id == found.QuoteId)).Content;
    }
}
