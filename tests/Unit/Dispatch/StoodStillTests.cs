using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Dispatch;

/// <summary>The machine sleeps between the claim and the call, and others go on meanwhile.</summary>
public sealed class StoodStillTests
{
    [Theory]
    [InlineData(CaseKind.Void)]
    [InlineData(CaseKind.Refund)]
    [InlineData(CaseKind.CardRefund)]
    public async Task Call_ThatWakesAfterAPersonHasDecided_IsNotMade(CaseKind kind)
    {
        await using var desk = await Desk.StartAsync();
        var (number, supervisor) = (await QueuedAsync(desk, kind), await desk.Staff.SupervisorAsync());
        var awake = desk.Program;
        Sleep(desk, async () =>
        {
            desk.Pass(TimeSpan.FromSeconds(91));
            await awake.GetRequiredService<ReconcileRound>().ExecuteAsync(CancellationToken.None);
            (await awake.GetRequiredService<DecideUnknown>().ExecuteAsync(
                supervisor, new DecideUnknownInput(number, UnknownDecision.Close, "Done at the partner's.", null), CancellationToken.None)).Require();
        });

        await desk.SendRoundAsync();

        Assert.Equal((CaseState.ClosedByHand, 0), (await desk.StateAsync(number), Received(desk, kind)));
        Assert.Equal(AttemptState.Abandoned, (await desk.PermitAsync(number)).State);
    }

    [Theory]
    [InlineData(CaseKind.Void)]
    [InlineData(CaseKind.Refund)]
    [InlineData(CaseKind.CardRefund)]
    public async Task Call_ThatWakesWhileItsEndIsUnknown_IsNotMadeAndFreesTheCase(CaseKind kind)
    {
        await using var desk = await Desk.StartAsync();
        var number = await QueuedAsync(desk, kind);
        var awake = desk.Program;
        Sleep(desk, async () =>
        {
            desk.Pass(TimeSpan.FromSeconds(91));
            await awake.GetRequiredService<ReconcileRound>().ExecuteAsync(CancellationToken.None);
        });

        await desk.SendRoundAsync();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, OrdersRefusals.StoodStill.Name, 0), (found.State, found.LastRefusal, Received(desk, kind)));
        Assert.Equal(AttemptState.Refused, (await desk.PermitAsync(number)).State);
        Assert.Contains("send-unknown", await desk.StoryAsync(number), StringComparison.Ordinal);
    }

    private static async Task<string> QueuedAsync(Desk desk, CaseKind kind) => kind switch
    {
        CaseKind.Void => await desk.QueuedAsync(Scenes.PlainDeposit),
        CaseKind.Refund => await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundAfterWindow)),
        CaseKind.CardRefund => await desk.CardQueuedAsync(PaymentScenes.Plain),
    };

    /// <summary>The void that a card refund belongs to is no call of it.</summary>
    private static int Received(Desk desk, CaseKind kind) => kind switch
    {
        CaseKind.Void => desk.Partner.Count("void.do"),
        CaseKind.Refund => desk.Partner.Count("refund.do"),
        CaseKind.CardRefund => desk.Cards.Count(AsiaBillStandIn.RefundPath),
    };

    private static void Sleep(Desk desk, Func<Task> meanwhile) => desk.Restart(services =>
    {
        services.Wrap<IAtlasSends>(own => new Sleeper(own, meanwhile));
        services.Wrap<ICardRefundSends>(own => new CardSleeper(own, meanwhile));
    });

    private sealed class Sleeper(IAtlasSends inner, Func<Task> meanwhile) : IAtlasSends
    {
        public async Task<SendResult> SendVoidAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken)
        {
            await meanwhile();
            return await inner.SendVoidAsync(orderNo, body, term, cancellationToken);
        }

        public async Task<SendResult> SendRefundAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken)
        {
            await meanwhile();
            return await inner.SendRefundAsync(orderNo, body, term, cancellationToken);
        }
    }

    private sealed class CardSleeper(ICardRefundSends inner, Func<Task> meanwhile) : ICardRefundSends
    {
        public async Task<SendResult> SendRefundAsync(CardRefundCall call, CallTerm term, CancellationToken cancellationToken)
        {
            await meanwhile();
            return await inner.SendRefundAsync(call, term, cancellationToken);
        }
    }
}
