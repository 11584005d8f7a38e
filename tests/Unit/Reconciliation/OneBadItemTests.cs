using BackOffice.Core.Cases;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit.Ledger;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>The first item of a round is one that nobody can read any more: those behind it do not wait for it.</summary>
public sealed class OneBadItemTests
{
    private static readonly Scene Bad = Scenes.PlainDeposit;
    private static readonly Scene Good = Scenes.Vcc;

    /// <summary>So long apart that the bad one is the older and comes first.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Questions_BehindABadCase_AreAsked()
    {
        await using var desk = await Desk.StartAsync();
        var bad = await desk.SentAsync(Bad);
        desk.Pass(Apart);
        var good = await desk.SentAsync(Good);
        await SpoilAsync(desk, bad);
        desk.Pass(TimeSpan.FromMinutes(1));

        await desk.ReconcileAsync();

        Assert.Equal((0, 1), (desk.Partner.Count("queryVoidOrders.do", Bad.OrderNo), desk.Partner.Count("queryVoidOrders.do", Good.OrderNo)));
        Assert.Equal(desk.Clock.GetUtcNow(), (await desk.CaseAsync(good)).LastAskedAt);
    }

    [Fact]
    public async Task Leases_BehindABadCase_End()
    {
        await using var desk = await Desk.StartAsync();
        var good = await TwoDeadCallsAsync(desk);
        desk.Pass(TimeSpan.FromSeconds(91));

        await desk.ReconcileAsync();

        Assert.Equal([AttemptState.Sending, AttemptState.Accepted], await PermitsAsync(desk));
        Assert.Equal("opened quoted approval-asked approved sending send-unknown partner-found", await desk.StoryAsync(good));
    }

    /// <summary>The round ends as failed, so that whoever runs it runs it again.</summary>
    [Fact]
    public async Task Start_WithABadCase_EndsTheCallsBehindItAndFails()
    {
        await using var desk = await Desk.StartAsync();
        var good = await TwoDeadCallsAsync(desk);

        await Assert.ThrowsAnyAsync<Exception>(() => desk.Use<RecoverRound>().ExecuteAsync(CancellationToken.None));

        var found = await desk.CaseAsync(good);
        Assert.Equal([AttemptState.Sending, AttemptState.Unknown], await PermitsAsync(desk));
        Assert.Equal((CaseState.OutcomeUnknown, "process-died"), (found.State, found.UnknownReason));
    }

    [Fact]
    public async Task Recovery_BehindABadCase_AsksAboutTheOthers()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var (bad, good) = (await desk.QuotedAsync(agent, Bad), await desk.QuotedAsync(agent, Good));
        desk.Restore(desk.BackUp());
        await SpoilAsync(desk, bad);

        var goesOn = await desk.RecoverAsync();

        await using var db = desk.Database.Open();
        var asked = Assert.Single(await db.Set<RecoveryQuestion>().AsNoTracking().ToListAsync());
        Assert.Equal((true, (await desk.CaseAsync(good)).Id, 1), (goesOn, asked.CaseId, asked.Tries));
    }

    /// <summary>Two runs of the program died in their calls, and the next one is started; the case of the older call is spoilt.</summary>
    /// <returns>The number of the other case.</returns>
    private static async Task<string> TwoDeadCallsAsync(Desk desk)
    {
        var bad = await DieInACallAsync(desk, Bad, run: 1);
        desk.Pass(Apart);
        var good = await DieInACallAsync(desk, Good, run: 2);
        await SpoilAsync(desk, bad);
        desk.Restart(services => Run(services, 3));
        return good;
    }

    private static async Task<string> DieInACallAsync(Desk desk, Scene scene, int run)
    {
        using var fate = new Fate();
        fate.DieAt(Death.AfterTheCall);
        desk.Restart(services =>
        {
            Run(services, run);
            fate.Bind(services);
        });
        var number = await desk.QueuedAsync(scene);
        await desk.SendRoundAsync();
        Assert.Equal((true, AttemptState.Sending), (fate.IsDead, (await desk.PermitAsync(number)).State));
        return number;
    }

    /// <summary>As in a container, every run of the program has the same process id.</summary>
    private static void Run(IServiceCollection services, int run) =>
        services.AddSingleton(new RunningProcesses(Claimant.Of("desk-1", 1, Desk.Start.AddMinutes(run)), _ => null));

    private static async Task SpoilAsync(Desk desk, string number)
    {
        await using var db = desk.Database.Open();
        Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE \"Cases\" SET \"Order\" = 'no order' WHERE \"Number\" = {number}"));
    }

    /// <summary>Oldest first, past the cases: one of them cannot be read.</summary>
    private static async Task<List<AttemptState>> PermitsAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<Attempt>().OrderBy(a => a.PlannedAt).Select(a => a.State).ToListAsync();
    }
}
