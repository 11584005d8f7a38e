using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Export;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;
using Unit.Web.Cases;

namespace Unit.Export;

/// <summary>Both legs in the report and in the file.</summary>
public sealed class LegsReportTests
{
    private static readonly Money Part = new(15_000, "USD");

    [Fact]
    public async Task Report_OfAPaidCustomerAndAnUnpaidSupplier_ListsTheDifference()
    {
        await using var desk = await PaidCustomerAsync();

        var report = await ReportAsync(desk);

        var legs = Assert.Single(report.Differences);
        Assert.Equal((LegsVerdict.CustomerOnly, "V-2026-000001"), (legs.Verdict, legs.Supplier.Row.Number));
    }

    [Theory]
    [InlineData(ReadVoidReport.MostRows, false)]
    [InlineData(ReadVoidReport.MostRows + 1, true)]
    public async Task Report_OfDifferences_SaysWhetherThereAreMoreThanItHolds(int count, bool hasMore)
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddPaidCustomersAsync(desk, count);

        var report = await ReportAsync(desk);

        Assert.Equal((ReadVoidReport.MostRows, hasMore), (report.Differences.Count, report.HasMoreDifferences));
        Assert.All(report.Differences, legs => Assert.Equal(LegsVerdict.CustomerOnly, legs.Verdict));
    }

    /// <summary>What goes out to customers is no money that comes back, in the same currency as well.</summary>
    [Fact]
    public async Task Totals_KeepWhatCustomersGotApartFromWhatCameBack()
    {
        await using var desk = await PaidCustomerAsync();
        var supplier = await desk.CaseAsync("V-2026-000001");

        var total = Assert.Single((await ReportAsync(desk)).Totals, t => t is { Currency: "USD", Method: RefundMethod.Cash });

        Assert.Equal(new CountedSum(1, Part.Minor), total.ToCustomers);
        Assert.Equal((new CountedSum(1, supplier.ExpectedBack!.Value.Minor), CountedSum.None), (total.Estimated, total.Confirmed));
    }

    [Fact]
    public async Task File_OfBothCases_SaysTheKindAndTheLegsAtItsEnd()
    {
        await using var desk = await PaidCustomerAsync();
        var supplier = await desk.CaseAsync("V-2026-000001");

        var file = await CsvFile.TakeAsync(desk, await desk.Staff.SupervisorAsync());

        Assert.Equal(["void", "card"], file.Rows.Select(r => r["kind"]));
        Assert.Equal(["V-2026-000001", "V-2026-000001"], file.Rows.Select(r => r["supplier_case"]));
        Assert.Equal(["customer-only", "customer-only"], file.Rows.Select(r => r["legs_verdict"]));
        var row = file.Rows[0];
        Assert.Equal((supplier.ExpectedBack!.Value.ToPlainNumber(), ""), (row["supplier_expected"], row["supplier_actual"]));
        Assert.Equal(("USD", "150.00", "USD", "150.00"), (row["customer_planned_currency"], row["customer_planned"], row["customer_paid_currency"], row["customer_paid"]));
        Assert.Equal(("", "", ""), (file.Rows[1]["estimated_back"], file.Rows[1]["actual_back"], file.Rows[1]["fare_paid"]));
        Assert.Equal(["", "'" + PaymentScenes.Plain.TradeNo], file.Rows.Select(r => r["trade_number"]));
    }

    [Fact]
    public void Planned_WithAFailedCardRefundAndTheOneInItsPlace_IsOneSum()
    {
        var supplier = Case.Open(Cases.Order("TESTA000000000001"), 2026, 1, "Booked the wrong day.", new Actor(Guid.NewGuid(), "Ana"), Desk.Start);
        var wish = new CardWish(PaymentScenes.Plain.TradeNo, Part, new DateOnly(2026, 8, 30), Part);
        var legs = CaseLegs.Of(
            new SupplierLegView(ACase.Row(CaseState.Refunded), Part, Part, null, null, null),
            [new CustomerLegView(ACase.Row(CaseState.Rejected), wish, null, null, null), new CustomerLegView(ACase.Row(CaseState.Refunded), wish, Part, Desk.Start, null)]);

        var line = new VoidCaseLine(supplier, null, null, null, legs, SeesNames: true);

        Assert.Equal([Part], line.CustomerPlanned);
        Assert.Equal([Part], line.CustomerPaid);
    }

    /// <summary>Atlas takes the void and is not asked again; AsiaBill has paid.</summary>
    private static async Task<Desk> PaidCustomerAsync()
    {
        var desk = await CsvFile.OpenDeskAsync();
        var card = await desk.CardSentAsync(PaymentScenes.Plain, Part);
        desk.Pass(TimeSpan.FromMinutes(5));
        await desk.Use<BackOffice.Core.Reconciliation.AskPartner>().ExecuteAsync((await desk.CaseAsync(card)).Id, CancellationToken.None);
        return desk;
    }

    private static async Task<VoidReport> ReportAsync(Desk desk) =>
        (await desk.Use<ReadVoidReport>().ExecuteAsync(await desk.Staff.SupervisorAsync(), new ReadVoidReportInput(new VoidReportFilter(), TimeZoneInfo.Utc), CancellationToken.None)).Require();
}
