using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class LegsPanelTests : DeskScreen
{
    [Theory]
    [InlineData(true, "May have been sent before the database was put back")]
    [InlineData(false, "Nothing sent yet")]
    public async Task Panel_OfAnUnsentCase_SaysSoOnlyWhereThatIsKnown(bool isRecovering, string expected)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(PrepareCardRefund));
        var view = ACase.View(CaseState.Open);
        var legs = CaseLegs.Of(new SupplierLegView(view.Row, null, null, null, null, null), []);

        var panel = Render<LegsPanel>(p => p.Add(l => l.Of, new CasePresenter(view, isRecovering)).Add(l => l.Legs, legs));

        Assert.Equal(expected, panel.Find(".leg dd").TextContent);
    }

    /// <summary>The desk does not invite paying a customer for money that never came; a person may still decide so.</summary>
    [Fact]
    public async Task Panel_OfAVoucher_SaysThatNoMoneyCame_AndWarnsOnTheForm()
    {
        var panel = await ShowAsync(ACase.Row(CaseState.Refunded) with { Method = RefundMethod.Voucher });

        Assert.Equal("A voucher of the airline; no money came back", panel.Find(".leg dd").TextContent);
        Assert.Equal("No money to the agency", panel.Find(".legs-head .chip").TextContent.Trim());
        Assert.StartsWith("The airline gave a voucher, and no money came back.", panel.Find(".legs-head .quiet").TextContent, StringComparison.Ordinal);
        Assert.Contains("a voucher, no money", panel.FindAll(".leg")[0].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("The airline gives a voucher in place of money.", panel.Find(".card-form > .notice.is-warn").TextContent, StringComparison.Ordinal);
        Assert.False(panel.Find("details").HasAttribute("open"));
    }

    /// <summary>The airline pays the customer's own card: from here the customer would be paid a second time.</summary>
    [Fact]
    public async Task Panel_OfAnOrderThatTheCustomersCardPaid_SaysWhyThereIsNoForm()
    {
        var panel = await ShowAsync(ACase.Row(CaseState.Refunded) with { Payment = PaymentMethod.MerchantOfRecord, Method = RefundMethod.Cash });

        Assert.Empty(panel.FindAll(".card-form"));
        Assert.StartsWith("The customer's own card paid for this order", panel.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("Back to the customer's own card, by the airline", panel.Find(".leg dd").TextContent);
    }

    [Fact]
    public async Task Panel_OfMoneyOnTheDeposit_OffersTheFormWithoutAWarning()
    {
        var panel = await ShowAsync(ACase.Row(CaseState.Refunded) with { Method = RefundMethod.Cash });

        Assert.Equal("Paid to the agency", panel.Find(".leg dd").TextContent);
        Assert.True(panel.Find("details").HasAttribute("open"));
        Assert.Empty(panel.FindAll(".notice"));
    }

    /// <summary>On the agency's own card a person knows what came back, whatever Atlas writes.</summary>
    [Fact]
    public async Task Panel_OfMoneyOnTheAgencysCard_ShowsWhatAPersonSaw()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.HireAsync([Role.Auditor]), Role.Auditor);
        var view = ACase.View(ACase.Row(CaseState.CompletedOnCard) with { Payment = PaymentMethod.VirtualCard, Method = RefundMethod.Cash }, Role.Auditor);
        var supplier = new SupplierLegView(view.Row, new Money(8_274, "USD"), Money.Zero("USD"), new Money(8_000, "USD"), null, null);

        var panel = Render<LegsPanel>(p => p.Add(l => l.Of, new CasePresenter(view)).Add(l => l.Legs, CaseLegs.Of(supplier, [])));

        Assert.Equal("USD 80.00 seen on the card by a person", panel.FindAll(".leg dd")[2].TextContent.Trim());
        Assert.Equal((new Money(8_000, "USD"), new Money(-274, "USD")), (supplier.CameBack, supplier.Difference));
    }

    private async Task<IRenderedComponent<LegsPanel>> ShowAsync(CaseRow row)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(PrepareCardRefund), typeof(QuoteCase));
        var view = ACase.View(row);
        return Render<LegsPanel>(p => p.Add(l => l.Of, new CasePresenter(view)).Add(l => l.Legs, CaseLegs.Of(new SupplierLegView(view.Row, null, null, null, null, null), [])));
    }
}
