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
}
