using System.Data.Common;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Unit.Testing;

namespace Unit.Dispatch;

/// <summary>What hangs at one partner, or at the database, does not hold up what can go out.</summary>
public sealed class DispatchWorkerTests
{
    [Fact]
    public async Task Worker_WhileACallHangs_SendsWhatIsPermittedMeanwhile()
    {
        await using var desk = await Desk.StartAsync();
        var card = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var (hanging, reached) = (new Gate(), new Gate());
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(hanging));
        desk.Partner.Faults.Next("void.do", new Fault.Hold(reached), Scenes.DeadlineGiven.OrderNo);
        var worker = desk.Program.GetServices<IHostedService>().OfType<DispatchWorker>().Single();
        await worker.StartAsync(CancellationToken.None);
        await hanging.Reached.WithinAsync();

        var number = await desk.QueuedAsync(Scenes.DeadlineGiven);
        await reached.Reached.WithinAsync();
        Assert.Equal((CaseState.Sending, CaseState.Sending), (await desk.StateAsync(card), await desk.StateAsync(number)));

        // Stopping waits for both, and both are recorded.
        var stopping = worker.StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        reached.Release();
        hanging.Release();
        await stopping.WithinAsync();
        Assert.Equal((CaseState.Following, CaseState.Following), (await desk.StateAsync(card), await desk.StateAsync(number)));
    }

    /// <summary>The refund's quote does not come; the void behind it goes out all the same.</summary>
    [Fact]
    public async Task Round_WhileARefundsQuoteHangs_SendsTheVoid()
    {
        await using var desk = await Desk.StartAsync();
        var refund = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundChildStays, BackOffice.Core.Orders.RefundReason.Voluntary, "RALF"));
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var hanging = new Gate();
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Hold(hanging), Scenes.RefundChildStays.OrderNo);

        var first = await desk.Use<DispatchRound>().BeginAsync(CancellationToken.None);
        await hanging.Reached.WithinAsync();
        await desk.SendRoundAsync();
        hanging.Release();
        await first.WithinAsync();

        Assert.Equal((1, 1, 1), (desk.Partner.Count("void.do"), desk.Partner.Count("refund.do"), desk.Partner.Count("void.do", Scenes.PlainDeposit.OrderNo)));
        Assert.Equal((CaseState.Following, CaseState.Following), (await desk.StateAsync(refund), await desk.StateAsync(number)));
    }

    /// <summary>The disk was full for a moment when AsiaBill's yes came: nobody could ever ask for its number again.</summary>
    [Fact]
    public async Task Outcome_ThatCannotBeStoredNow_IsKeptUntilItCan()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var full = new FullDisk();
        desk.Restart(services => services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(full)));
        var call = new Gate();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(call, AfterProcessing: true));
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();

        full.Commits = 4;
        call.Release();
        await round.WithinAsync();

        var permit = await desk.PermitAsync(number);
        Assert.Equal((0, AttemptState.Accepted, desk.Cards.RefundsOf(PaymentScenes.Plain.TradeNo)[0].BatchNo), (full.Commits, permit.State, permit.PartnerRef));
        Assert.Equal(CaseState.Following, await desk.StateAsync(number));
    }

    /// <summary>Refuses the next so many commits.</summary>
    private sealed class FullDisk : DbTransactionInterceptor
    {
        private int commits;

        public int Commits
        {
            get => commits;
            set => commits = value;
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (commits > 0)
            {
                commits--;
                throw new IOException("database or disk is full");
            }

            return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
        }
    }
}
