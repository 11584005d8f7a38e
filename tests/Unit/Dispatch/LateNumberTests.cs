using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Dispatch;

/// <summary>AsiaBill's reply to a card refund is no yes and carries a number, and a person has decided before it came.</summary>
public sealed class LateNumberTests
{
    private static readonly string Payment = PaymentScenes.Plain.TradeNo;

    [Fact]
    public async Task Number_InAReplyWithoutAYes_AfterNotThere_IsAskedAbout()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Restart(services => services.Wrap<ICardRefundSends>(own => new LateAndContradicting(own, taken, released.Task)));
        var round = desk.SendRoundAsync();
        await taken.Task.WithinAsync();
        desk.Pass(TimeSpan.FromMinutes(2));
        await desk.ReconcileAsync();
        await desk.NotThereAsync(supervisor, number);

        released.SetResult();
        await round;
        var (named, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        await desk.ReconcileAsync();

        var there = Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo;
        Assert.Equal((AttemptState.Abandoned, there, there), (permit.State, permit.NamedRef, named.HintedRef));
        Assert.Equal((there, 1), ((await desk.CaseAsync(number)).PartnerRef, desk.Cards.Count(AsiaBillStandIn.RefundPath)));
    }

    /// <summary>AsiaBill takes it; its answer comes when it is released, and says no with the refund's number.</summary>
    private sealed class LateAndContradicting(ICardRefundSends inner, TaskCompletionSource taken, Task released) : ICardRefundSends
    {
        public async Task<SendResult> SendRefundAsync(CardRefundCall call, CallTerm term, CancellationToken cancellationToken)
        {
            var answer = Assert.IsType<SendResult.Accepted>(await inner.SendRefundAsync(call, term, cancellationToken));
            taken.SetResult();
            await released;
            return new SendResult.Unknown(SendResult.Contradiction, answer.Raw) { Named = answer.Progress.PartnerRef };
        }
    }
}
