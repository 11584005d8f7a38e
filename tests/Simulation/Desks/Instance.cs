using BackOffice.Core.Approvals;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Atlas;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Quoting;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Core.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Simulation.Engine;
using Simulation.Partner;
using Simulation.Runs;

namespace Simulation.Desks;

/// <summary>
/// One running program: the production's own classes, put together as the composition root does, on the schedule's clock and network. What it
/// holds in memory is gone when it dies.
/// </summary>
internal sealed class Instance
{
    private static readonly EphemeralDataProtectionProvider Keys = new();

    private static readonly IOptions<AtlasOptions> Account = Options.Create(new AtlasOptions
    {
        BaseUrl = "http://127.0.0.1:1", ClientId = "simulation", ClientSecret = "simulation", WebhookSecret = "simulation-secret-", CallsPerSecond = int.MaxValue,
    });

    private static readonly IOptions<AsiaBillOptions> CardsSent = Options.Create(new AsiaBillOptions
    {
        BaseUrl = "http://127.0.0.1:1", GatewayNo = PaymentBooks.GatewayNo, SignKey = PaymentBooks.SignKey, Send = true,
    });

    private static readonly IOptions<AsiaBillOptions> CardsByHand = Options.Create(new AsiaBillOptions
    {
        BaseUrl = "http://127.0.0.1:1", GatewayNo = PaymentBooks.GatewayNo, SignKey = PaymentBooks.SignKey, Send = false,
    });

    private static readonly IOptions<DispatchOptions> Dispatching = Options.Create(new DispatchOptions());

    private readonly World world;
    private readonly IAtlasSends sends;
    private readonly ICardRefundSends cardSends;
    private readonly AsiaBillQuestions cards;
    private readonly NoticeArrivals arrivals = new();
    private readonly RunningProcesses processes;
    private readonly RecoveryWatch recovery = new();
    private readonly QuietWatch quiet;
    private readonly PermitsInHand hand = new();
    private bool hasRecovered;

    public Instance(int index, World world, IDbContextFactory<BackOfficeDb> databases)
    {
        Index = index;
        this.world = world;
        processes = new RunningProcesses(Claimant.Of("simulation", ++world.LastProcess, world.Clock.Now), world.StartOfProcess);
        ProcessId = world.LastProcess;
        StartedAt = world.Clock.Now;
        Clock = new SimClock.Face(world.Clock, () => world.Current);
        quiet = new QuietWatch(Clock);
        Store = new Store(databases, Clock, new CaseChanges(Log<CaseChanges>()), Log<Store>());
        AtlasTransport transport = configured => new Wire(world, configured);
        var throttle = new CallThrottle(() => Account.Value.CallsPerSecond, Clock);
        var waits = 0;
        double Spread() => world.Dice.Below(1000, ProcessId, Purpose.Spread, waits++) / 1000d;
        Questions = new AtlasQuestions(new AtlasClient(Account, throttle, transport, Clock, NullLogger<AtlasClient>.Instance, Spread), Clock);
        // The prologue has no dice to speak of; there everything is sent.
        SendsCards = world.Dice.Seed == 0 || !world.Dice.Chance(250, ProcessId, Purpose.Spread, -1);
        var merchant = SendsCards ? CardsSent : CardsByHand;
        AsiaBillTransport toCards = configured => new Wire(world, configured);
        cards = new AsiaBillQuestions(new AsiaBillClient(merchant, toCards, Clock, NullLogger<AsiaBillClient>.Instance, Spread), merchant);
        cardSends = new AsiaBillSends(new AsiaBillSendClient(merchant, toCards, Clock, NullLogger.Instance), merchant);
        CardNotices = new AsiaBillNoticeCheck(merchant, Clock, NullLogger<AsiaBillNoticeCheck>.Instance);
        sends = new AtlasSends(new AtlasSendClient(Account, throttle, transport, Clock, NullLogger.Instance), new OrderGate());
    }

    public int Index { get; }

    public int ProcessId { get; }

    public DateTimeOffset StartedAt { get; }

    public bool IsDead { get; private set; }

    public SimClock.Face Clock { get; }

    public Store Store { get; }

    public IAtlasQuestions Questions { get; }

    /// <summary>Whether this start of the program was told to send card refunds; else a person makes them.</summary>
    public bool SendsCards { get; }

    public ICardNoticeCheck CardNotices { get; }

    private CaseQuestions Asked => new(Questions, cards, Clock);

    public OpenVoidCase OpenVoidCase => new(Store, Questions);
    public OpenRefundCase OpenRefundCase => new(Store, Questions);
    public ContinueAsRefund ContinueAsRefund => new(Store);
    public PrepareCardRefund PrepareCardRefund => new(Store);
    public RecordCardRefund RecordCardRefund => new(Store, Asked);
    public QuoteCase QuoteCase => new(Store, Questions, Asked);
    public AskForApproval AskForApproval => new(Store);
    public PermitSend PermitSend => new(Store, cards);
    public Decide Decide => new(Store, cards);
    public WithdrawRequest WithdrawRequest => new(Store);
    public WithdrawCase WithdrawCase => new(Store);
    public TakeCase TakeCase => new(Store);
    public AskPartnerNow AskPartnerNow => new(Store);
    public DecideUnknown DecideUnknown => new(Store, Asked);
    public ReceiveNotice ReceiveNotice => new(Store, Keys, arrivals);

    public DispatchRound DispatchRound =>
        new(Store, new SendOnce(Store, Asked, sends, cardSends, processes, Clock, Dispatching, Log<SendOnce>()), hand, Log<DispatchRound>());

    /// <summary>What the reading worker does each time; and once, after a start, what an earlier run left behind.</summary>
    public async Task ReconcileAsync()
    {
        if (!hasRecovered)
        {
            await new RecoverRound(Store, processes, Log<RecoverRound>()).ExecuteAsync(CancellationToken.None);
            hasRecovered = true;
        }

        await new ProcessNotices(Store, Keys, CardNotices, Log<ProcessNotices>()).ExecuteAsync(CancellationToken.None);
        await new ReconcileRound(Store, new AskPartner(Store, Asked, quiet), new AskNamed(Store, Asked), Clock, Log<ReconcileRound>()).ExecuteAsync(CancellationToken.None);
    }

    /// <summary>What the recovery's worker does each time.</summary>
    public Task RecoverAsync() =>
        new AfterRestoreRound(Store, Asked, new AskPartner(Store, Asked, quiet), recovery, quiet, Clock, Log<AfterRestoreRound>()).ExecuteAsync(CancellationToken.None);

    public void Die() => IsDead = true;

    /// <summary>A check of the simulator itself: where a program has died, none of its code runs any more.</summary>
    public void ThrowIfDead()
    {
        if (IsDead)
        {
            throw new InvalidOperationException("A program that is dead went on.");
        }
    }

    /// <summary>Of whoever catches what a round or one of its items fails with. The partners' clients have nothing to say to the judge.</summary>
    private FaultLog<T> Log<T>() => new(world);
}
