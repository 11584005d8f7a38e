using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class FollowPanelTests : DeskScreen
{
    /// <summary>Nobody is told that money is on its way to the deposit where it is not.</summary>
    [Theory]
    [InlineData(PaymentMethod.Deposit, RefundMethod.Cash, "Refunded to deposit 2")]
    [InlineData(PaymentMethod.Deposit, RefundMethod.Voucher, "Voucher given, no money 2")]
    [InlineData(PaymentMethod.MerchantOfRecord, RefundMethod.Cash, "Refunded 2")]
    [InlineData(PaymentMethod.OwnAirlineAccount, null, "Refunded 2")]
    [InlineData(PaymentMethod.VirtualCard, RefundMethod.Cash, "Completed on the card 5")]
    public async Task Story_OfWhatIsStillToCome_EndsWhereTheMoneyGoes(PaymentMethod payment, RefundMethod? method, string expected)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(AskPartnerNow), typeof(WithdrawRequest), typeof(DecideUnknown));
        var view = ACase.View(ACase.Row(CaseState.Following) with { Payment = payment, Method = method }) with { Timeline = [ACase.Line("accepted", "202609-0001", "0")] };

        var panel = Render<FollowPanel>(p => p.Add(f => f.Of, new CasePresenter(view)));

        Assert.Equal(expected, panel.FindAll(".story-word")[^1].TextContent);
    }

    /// <summary>Atlas has said its last word; the airline may still do it.</summary>
    [Fact]
    public async Task Panel_OfARejectedRefund_LeadsToTheAirline()
    {
        var refund = ACase.Refund(CaseState.Rejected);
        var airline = new AirlineBooking("Y4", "Volaris", "XVOCMN") { Website = "www.volaris.example" };

        var panel = await ShowAsync(refund with { Order = refund.Order with { AirlineBookings = [airline] } });

        Assert.Equal("https://www.volaris.example/", panel.Find(".airline-sites a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Agent, "/orders/TESTA20260801000000001")]
    [InlineData(Role.Auditor, null)]
    public async Task Panel_OfWhatEndedWithoutAResult_LeadsToTheOrderWhoeverMayLookItUp(Role role, string? order)
    {
        var panel = await ShowAsync(ACase.View(CaseState.ClosedWithoutResult, role));

        Assert.Equal(order, panel.FindAll(".panel-actions a.is-main").SingleOrDefault()?.GetAttribute("href"));
        Assert.Empty(panel.FindAll(".airline-sites"));
    }

    private async Task<IRenderedComponent<FollowPanel>> ShowAsync(CaseView view)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(AskPartnerNow), typeof(WithdrawRequest), typeof(DecideUnknown));
        return Render<FollowPanel>(p => p.Add(f => f.Of, new CasePresenter(view)));
    }
}
