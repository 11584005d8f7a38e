using System.Text;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Atlas;
using BackOffice.Core.Audit;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Export;
using BackOffice.Core.Health;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Core.Webhooks;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Testing;

/// <summary>
/// The whole desk without a screen, in words of the trade: use cases on a database file, the registered client over HTTP against the stand-in of
/// Atlas, and one clock that stands still. Workers are not running: their rounds are called by name.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>Noon in Seoul.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    private static readonly EphemeralDataProtectionProvider Keys = new();
    private readonly WebApplication partnerApp;
    private readonly List<ServiceProvider> programs = [];
    private CancellationToken stopping;

    private Desk(MovableClock clock, AtlasStandIn partner, AsiaBillStandIn cards, WebApplication partnerApp)
    {
        Cards = cards;
        Clock = clock;
        Partner = partner;
        this.partnerApp = partnerApp;
        Program = StartProgram();
        Staff = new Staff(this);
    }

    public MovableClock Clock { get; }

    public AtlasStandIn Partner { get; }

    public AsiaBillStandIn Cards { get; }

    /// <summary>Of the programs that are started from now on.</summary>
    public bool SendsCards { get; set; } = true;

    public Uri PartnerAddress => SandboxApp.AddressOf(partnerApp);

    public TestDatabase Database { get; } = TestDatabase.Create();

    public Staff Staff { get; }

    /// <summary>The program as it was started last.</summary>
    public IServiceProvider Program { get; private set; }

    public static Task<Desk> StartAsync() => StartAsync(new MovableClock(Start));

    /// <param name="clock">One that goes by itself where the real program works beside it.</param>
    public static async Task<Desk> StartAsync(MovableClock clock)
    {
        var partner = new AtlasStandIn(clock);
        var cards = new AsiaBillStandIn(clock);
        var app = SandboxApp.Build(partner, clock, "http://127.0.0.1:0", isPumping: false, asiaBill: cards);
        await app.StartAsync();
        return new Desk(clock, partner, cards, app);
    }

    /// <summary>One more process on the same database. Its predecessors live on until the test ends.</summary>
    /// <param name="change">Replaces services of this program alone.</param>
    public IServiceProvider StartProgram(Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection();
        // One for all: the database's inner services are made anew for each of them, which would take most of a test's time.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDataProtectionProvider>(Keys);
        services.AddBackOfficeData(_ => Database.ConnectionString).AddAccess().AddCases().AddApprovals().AddDispatch().AddReconciliation().AddRecovery().AddWebhooks();
        services.AddAuditTrail().AddExport().AddSettings(_ => PartnerFacts.Of(isLive: false, "", "/webhooks/atlas/", "a-secret-of-the-tests"));
        services.AddAtlas((_, atlas) =>
        {
            atlas.BaseUrl = SandboxApp.AddressOf(partnerApp).AbsoluteUri;
            (atlas.ClientId, atlas.ClientSecret) = (Partner.Options.ClientId, Partner.Options.ClientSecret);
            atlas.WebhookSecret = "a-secret-of-the-tests";
            atlas.CallsPerSecond = 50;
        });
        services.AddAsiaBill((_, cards) =>
        {
            cards.BaseUrl = SandboxApp.AddressOf(partnerApp).AbsoluteUri;
            (cards.GatewayNo, cards.SignKey, cards.Send) = (Cards.Options.GatewayNo, Cards.Options.SignKey, SendsCards);
        });
        services.AddDeskHealth();
        change?.Invoke(services);
        var program = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        programs.Add(program);
        return program;
    }

    /// <summary>The program died and is started anew: only the database and the partner remember.</summary>
    /// <param name="stopping">Ends the new one: from then on its sender waits for nothing.</param>
    public void Restart(Action<IServiceCollection>? change = null, CancellationToken stopping = default) => (Program, this.stopping) = (StartProgram(change), stopping);

    /// <summary>A copy of the database as it is now, by the command's own means.</summary>
    public string BackUp()
    {
        var copy = Database.File + ".backup";
        Assert.Equal(FileVerdict.Good, DatabaseBackup.Take(Database.File, copy, null, Clock, CancellationToken.None).Verdict);
        return copy;
    }

    /// <summary>The machine died: an older copy is put in place and the program started on it.</summary>
    public void Restore(string copy)
    {
        Database.LetGo();
        Assert.Equal(FileVerdict.Good, DatabaseRestore.PutInPlace(copy, Database.File, Clock).Verdict);
        Restart();
    }

    public Task<bool> RecoverAsync() => Use<AfterRestoreRound>().ExecuteAsync(CancellationToken.None);

    /// <summary>One of every round, as the workers run them.</summary>
    /// <returns>True while a recovery goes on.</returns>
    public async Task<bool> WorkAsync()
    {
        await ReadNoticesAsync();
        var goesOn = await RecoverAsync();
        await SendRoundAsync();
        await ReconcileAsync();
        return goesOn;
    }

    public T Use<T>()
        where T : notnull => Program.GetRequiredService<T>();

    public void Pass(TimeSpan time) => Clock.Advance(time);

    public Task<string> OpenAsync(Actor who, Scene scene) => OpenAsync(who, scene.OrderNo);

    public async Task<string> OpenAsync(Actor who, string orderNo) =>
        (await Use<OpenVoidCase>().ExecuteAsync(who, new OpenVoidCaseInput(orderNo, "Booked the wrong day."), CancellationToken.None)).Require();

    public async Task<CaseState> QuoteAsync(Actor who, string caseNumber) =>
        (await Use<QuoteCase>().ExecuteAsync(who, caseNumber, CancellationToken.None)).Require();

    /// <summary>A refund of these passengers, or of all where none is named, opened and quoted.</summary>
    public async Task<string> RefundQuotedAsync(Actor who, Scene scene, RefundReason reason = RefundReason.Voluntary, params string[] firstNames)
    {
        var number = (await TryOpenRefundAsync(who, scene, reason, firstNames)).Require();
        await QuoteAsync(who, number);
        return number;
    }

    public async Task<Outcome<string>> TryOpenRefundAsync(Actor who, Scene scene, RefundReason reason = RefundReason.Voluntary, params string[] firstNames)
    {
        var read = await Use<IAtlasQuestions>().FindByNumberAsync(OrderNumber.Of(scene.OrderNo), CancellationToken.None);
        var order = Assert.IsType<PartnerAnswer<OrderSnapshot>.Answered>(read).Value;
        var chosen = order.Passengers.Where(p => firstNames.Length == 0 || firstNames.Contains(p.FirstName)).Select(p => new RefundPassenger(p.LastName, p.FirstName));
        return await Use<OpenRefundCase>().ExecuteAsync(
            who, new OpenRefundCaseInput(scene.OrderNo, new RefundWish(reason, [.. chosen], null), "Cannot fly."), CancellationToken.None);
    }

    /// <summary>Asked for and approved by another person.</summary>
    public async Task<string> ApprovedAsync(string number)
    {
        await ApproveAsync(await Staff.SupervisorAsync(), await AskAsync(await Staff.AgentAsync(), number));
        return number;
    }

    /// <summary>The customer's leg of a case, prepared and quoted.</summary>
    public async Task<string> CardQuotedAsync(Actor who, string supplierCase, string tradeNo, Money total, Money? amount = null)
    {
        var number = (await TryPrepareCardAsync(who, supplierCase, tradeNo, total, amount)).Require();
        await QuoteAsync(who, number);
        return number;
    }

    public Task<Outcome<string>> TryPrepareCardAsync(Actor who, string supplierCase, string tradeNo, Money total, Money? amount = null) =>
        Use<PrepareCardRefund>().ExecuteAsync(
            who, new PrepareCardRefundInput(supplierCase, tradeNo, total, new DateOnly(2026, 8, 1), amount ?? total, "Customer cancelled"), CancellationToken.None);

    /// <summary>Opened and quoted.</summary>
    public async Task<string> QuotedAsync(Actor who, Scene scene)
    {
        var number = await OpenAsync(who, scene);
        await QuoteAsync(who, number);
        return number;
    }

    /// <summary>Asks for the figures that are on the case now.</summary>
    public async Task<long> AskAsync(Actor who, string caseNumber) => (await TryAskAsync(who, caseNumber)).Require();

    public async Task<Outcome<long>> TryAskAsync(Actor who, string caseNumber) =>
        await Use<AskForApproval>().ExecuteAsync(who, new AskForApprovalInput(caseNumber, await FingerprintAsync(caseNumber), "The customer called."), CancellationToken.None);

    public async Task<Outcome<Done>> TryPermitAsync(Actor who, string caseNumber) =>
        await Use<PermitSend>().ExecuteAsync(who, new PermitSendInput(caseNumber, await FingerprintAsync(caseNumber), "The customer called."), CancellationToken.None);

    public async Task<ApprovalState> ApproveAsync(Actor who, long approvalId) => (await TryDecideAsync(who, approvalId, isYes: true)).Require();

    public async Task<ApprovalState> DeclineAsync(Actor who, long approvalId) => (await TryDecideAsync(who, approvalId, isYes: false)).Require();

    /// <summary>Decides on the figures of the request itself.</summary>
    public async Task<Outcome<ApprovalState>> TryDecideAsync(Actor who, long approvalId, bool isYes)
    {
        var request = await RequestAsync(approvalId);
        return await Use<Decide>().ExecuteAsync(who, new DecideInput(approvalId, isYes, request.Fingerprint, isYes ? null : "Not this one."), CancellationToken.None);
    }

    /// <summary>Opened, quoted, asked and approved: the sender's next.</summary>
    public async Task<string> QueuedAsync(Scene scene)
    {
        var agent = await Staff.AgentAsync();
        var number = await QuotedAsync(agent, scene);
        await ApproveAsync(await Staff.SupervisorAsync(), await AskAsync(agent, number));
        return number;
    }

    /// <summary>Queued and sent, whatever came back.</summary>
    public async Task<string> SentAsync(Scene scene)
    {
        var number = await QueuedAsync(scene);
        await SendRoundAsync();
        return number;
    }

    public Task SendRoundAsync() => Use<DispatchRound>().ExecuteAsync(stopping);

    public Task ReconcileAsync() => Use<ReconcileRound>().ExecuteAsync(CancellationToken.None);

    /// <summary>Rounds at the times of the plan, for as long as something is due within <paramref name="time"/>.</summary>
    public async Task ReconcileForAsync(TimeSpan time)
    {
        var until = Clock.GetUtcNow() + time;
        await ReconcileAsync();
        while (await NextAskAsync() is { } next && next <= until)
        {
            Pass(next > Clock.GetUtcNow() ? next - Clock.GetUtcNow() : TimeSpan.Zero);
            await ReconcileAsync();
        }

        Pass(until - Clock.GetUtcNow());
    }

    public Task<Outcome<CaseState>> TryDecideUnknownAsync(Actor who, string caseNumber, UnknownDecision decision, string? voidCode = null) =>
        Use<DecideUnknown>().ExecuteAsync(who, new DecideUnknownInput(caseNumber, decision, "Asked by phone.", voidCode), CancellationToken.None);

    /// <summary>The body of a notice as Atlas would write it, or somebody who pretends to be Atlas.</summary>
    public static string VoidNotice(string orderNo, string voidCode, int status) =>
        $$$"""{"type":"order.void","data":{"orderNo":"{{{orderNo}}}","voidCode":"{{{voidCode}}}","voidStatus":{{{status}}},"actualRefundAmount":999}}""";

    /// <summary>Comes to the webhook and is stored.</summary>
    public async Task ReceiveAsync(string notice) =>
        (await Use<ReceiveNotice>().ExecuteAsync(NoticePartner.Atlas, Encoding.UTF8.GetBytes(notice), CancellationToken.None)).Require();

    public Task ReadNoticesAsync() => Use<ProcessNotices>().ExecuteAsync(CancellationToken.None);

    public async Task<Case> CaseAsync(string caseNumber)
    {
        await using var db = Database.Open();
        return await db.Set<Case>().AsNoTracking().Include(c => c.Timeline.OrderBy(e => e.Id)).SingleAsync(c => c.Number == caseNumber);
    }

    public async Task<CaseState> StateAsync(string caseNumber) => (await CaseAsync(caseNumber)).State;

    /// <summary>The words of the timeline, oldest first.</summary>
    public async Task<string> StoryAsync(string caseNumber) => string.Join(' ', (await CaseAsync(caseNumber)).Timeline.Select(e => e.Kind));

    /// <summary>The permits of a case, oldest first.</summary>
    public async Task<IReadOnlyList<Attempt>> PermitsAsync(string caseNumber)
    {
        var found = await CaseAsync(caseNumber);
        await using var db = Database.Open();
        return await db.Set<Attempt>().AsNoTracking().Where(a => a.CaseId == found.Id).OrderBy(a => a.PlannedAt).ToListAsync();
    }

    public async Task<Attempt> PermitAsync(string caseNumber) => Assert.Single(await PermitsAsync(caseNumber));

    public async Task<ApprovalRequest> RequestAsync(long approvalId)
    {
        await using var db = Database.Open();
        return await db.Set<ApprovalRequest>().AsNoTracking().Include(r => r.Votes).SingleAsync(r => r.Id == approvalId);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
        {
            await program.DisposeAsync();
        }

        await partnerApp.DisposeAsync();
        Partner.Dispose();
        Cards.Dispose();
        Database.Dispose();
    }

    private async Task<string> FingerprintAsync(string caseNumber) => (await CaseAsync(caseNumber)).Fingerprint ?? "";

    private async Task<DateTimeOffset?> NextAskAsync()
    {
        await using var db = Database.Open();
        var ofCases = await db.Set<Case>().Where(c => c.NextAskAt != null && c.IsOpen).MinAsync(c => c.NextAskAt);
        var ofNumbers = await db.Set<Attempt>().MinAsync(a => a.AskAt);
        return ofCases < ofNumbers || ofNumbers is null ? ofCases : ofNumbers;
    }
}
