using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Approvals;

/// <summary>Both legs are read from either side, and from every card refund alike.</summary>
public sealed class CaseLegsTests
{
    [Fact]
    public async Task Legs_FromEitherCase_AreTheSame()
    {
        await using var desk = await Desk.StartAsync();
        var card = await desk.CardSentAsync(PaymentScenes.Plain, new Money(15_000, "USD"));
        desk.Pass(TimeSpan.FromMinutes(5));
        await desk.Use<AskPartner>().ExecuteAsync((await desk.CaseAsync(card)).Id, CancellationToken.None);

        var (supplier, customer) = (await ViewAsync(desk, "V-2026-000001"), await ViewAsync(desk, card));

        Assert.Equal(LegsVerdict.CustomerOnly, supplier.Legs!.Verdict);
        Assert.Equal((supplier.Legs.Verdict, "V-2026-000001", card), (customer.Legs!.Verdict, customer.Legs.Supplier.Row.Number, Assert.Single(customer.Legs.Customer).Row.Number));
        Assert.Equal(new Money(15_000, "USD"), Assert.Single(supplier.Legs.Customer).Paid);
        Assert.NotNull(supplier.Legs.Customer[0].Row.PartnerRef);
        Assert.Null(supplier.Legs.Supplier.Actual);
    }

    [Fact]
    public async Task Legs_OfAWithdrawnCardRefund_LeaveItOut()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = (await desk.TryPrepareAsync(agent, await desk.SupplierAsync(), PaymentScenes.Plain.TradeNo, CardLegs.Whole)).Require();
        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(number, "Another card."), CancellationToken.None)).Require();

        Assert.Empty((await ViewAsync(desk, "V-2026-000001")).Legs!.Customer);
    }

    /// <summary>Atlas says "refunded" of a voucher as well: what the quote named is read along, from the supplier's case and from the customer's.</summary>
    [Fact]
    public async Task Legs_OfAVoucher_SayThatTheAgencyGotNoMoney()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.SentAsync(Scenes.Voucher);
        await desk.ReconcileForAsync(TimeSpan.FromHours(1));
        var card = (await desk.TryPrepareAsync(agent, number, PaymentScenes.Plain.TradeNo, CardLegs.Whole)).Require();

        var (supplier, customer) = (await ViewAsync(desk, number), await ViewAsync(desk, card));

        Assert.Equal((CaseState.Refunded, RefundTarget.Voucher), (supplier.Row.State, supplier.Row.BackTo));
        Assert.Equal((RefundTarget.Voucher, LegsVerdict.NotToAgency), (supplier.Legs!.Supplier.Row.BackTo, supplier.Legs.Verdict));
        Assert.Equal((RefundTarget.Voucher, LegsVerdict.NotToAgency), (customer.Legs!.Supplier.Row.BackTo, customer.Legs.Verdict));
    }

    /// <summary>Whole or part, and what is left, come from our own books.</summary>
    [Fact]
    public async Task Book_OfASecondPart_KnowsTheFirst()
    {
        await using var desk = await Desk.StartAsync();
        await desk.CardSentAsync(PaymentScenes.Plain, new Money(15_000, "USD"));
        var second = (await desk.TryPrepareAsync(await desk.Staff.AgentAsync(), "V-2026-000001", PaymentScenes.Plain.TradeNo, new Money(5_000, "USD"))).Require();

        var book = (await ViewAsync(desk, second)).CardBook!;

        Assert.Equal((new Money(5_000, "USD"), CardRefundType.Part, (string?)null), (book.Left, book.Type, book.WhyNot?.Name));
    }

    private static async Task<CaseView> ViewAsync(Desk desk, string number) =>
        (await desk.Use<ReadCase>().ExecuteAsync(await desk.Staff.SupervisorAsync(), number, CancellationToken.None)).Require();
}
