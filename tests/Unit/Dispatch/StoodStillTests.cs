using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Dispatch;

/// <summary>The machine sleeps between the claim and the call, and others go on meanwhile.</summary>
public sealed class StoodStillTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;

    [Fact]
    public async Task Call_ThatWakesAfterAPersonHasDecided_IsNotMade()
    {
        await using var desk = await Desk.StartAsync();
        var (number, supervisor) = (await desk.QueuedAsync(Scenes.PlainDeposit), await desk.Staff.SupervisorAsync());
        var awake = desk.Program;
        Sleep(desk, async () =>
        {
            desk.Pass(TimeSpan.FromSeconds(91));
            await awake.GetRequiredService<ReconcileRound>().ExecuteAsync(CancellationToken.None);
            (await awake.GetRequiredService<DecideUnknown>().ExecuteAsync(
                supervisor, new DecideUnknownInput(number, UnknownDecision.Close, "Done at the partner's.", null), CancellationToken.None)).Require();
        });

        await desk.SendRoundAsync();

        Assert.Equal((CaseState.ClosedByHand, 0), (await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
        Assert.Equal(AttemptState.Abandoned, (await desk.PermitAsync(number)).State);
    }

    [Fact]
    public async Task Call_ThatWakesWhileItsEndIsUnknown_IsNotMadeAndFreesTheCase()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var awake = desk.Program;
        Sleep(desk, async () =>
        {
            desk.Pass(TimeSpan.FromSeconds(91));
            await awake.GetRequiredService<ReconcileRound>().ExecuteAsync(CancellationToken.None);
        });

        await desk.SendRoundAsync();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, OrdersRefusals.StoodStill.Name, 0), (found.State, found.LastRefusal, desk.Partner.Count("void.do", Order)));
        Assert.Equal(AttemptState.Refused, (await desk.PermitAsync(number)).State);
    }

    private static void Sleep(Desk desk, Func<Task> meanwhile) => desk.Restart(services => services.Wrap<IAtlasSends>(own => new Sleeper(own, meanwhile)));

    private sealed class Sleeper(IAtlasSends inner, Func<Task> meanwhile) : IAtlasSends
    {
        public async Task<SendResult> SendVoidAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken)
        {
            await meanwhile();
            return await inner.SendVoidAsync(orderNo, body, term, cancellationToken);
        }

        public Task<SendResult> SendRefundAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
