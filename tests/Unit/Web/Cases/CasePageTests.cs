using System.Data.Common;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Quoting;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Components.Layout;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;
using CasePage = BackOffice.Web.Features.Cases.CasePage;

namespace Unit.Web.Cases;

/// <summary>The page over its whole life: from one case to another, and while the world around it changes.</summary>
public sealed class CasePageTests : DeskScreen
{
    private static readonly RecoveryView Running = new("restored", Desk.Start, Desk.Start, null, null, 1, 0, 0, 0);

    /// <summary>A note that was begun for the void must not be kept for the refund.</summary>
    [Fact]
    public async Task Page_LedToAnotherCase_BeginsAnew()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var refund = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundAfterWindow));
        var page = Show(desk, agent, await desk.SentAsync(Scenes.PlainDeposit));
        await desk.SendRoundAsync();
        await BeginNoteAsync(page, "The customer of the void called.");
        var before = page.Find(".timeline-lines").TextContent;

        page.Render(p => p.Add(c => c.Number, refund));

        Assert.Contains(refund, page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".note-box"));
        Assert.Contains("sent the void", before, StringComparison.Ordinal);
        Assert.Contains("sent the refund", page.Find(".timeline-lines").TextContent, StringComparison.Ordinal);
    }

    /// <summary>The router tells pages apart by their type; whoever cannot see the screen would be left where the old case was.</summary>
    [Fact]
    public async Task Page_LedToAnotherCase_TakesTheFocusAlong()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var refund = await desk.RefundQuotedAsync(agent, Scenes.RefundAfterWindow);
        var page = Show(desk, agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        var before = FocusesOn("step-title");

        page.Render(p => p.Add(c => c.Number, refund));

        Assert.Equal((0, 1), (before, FocusesOn("step-title")));
    }

    /// <summary>Before it has read its case, a page does not know what to listen for: what is committed meanwhile must not stay unseen.</summary>
    [Fact]
    public async Task Page_WhoseCaseChangesWhileItIsBeingRead_ShowsTheChange()
    {
        await using var desk = await Desk.StartAsync();
        var held = new HeldReading();
        desk.Restart(services => services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(held)));
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var page = Show(desk, agent, number);
        await held.Reached.WithinAsync();

        await desk.QuoteAsync(agent, number);
        held.LetGo();

        await page.WaitForAssertionAsync(() => Assert.Equal(CaseState.Quoted, page.FindComponent<CaseHeader>().Instance.Row.State), TimeSpan.FromSeconds(10));
    }

    /// <summary>A moment in which the database is busy must not take away what somebody has begun to write.</summary>
    [Fact]
    public async Task Page_ThatCannotBeReadAgain_KeepsWhatIsOnIt_AndSaysSo()
    {
        await using var desk = await Desk.StartAsync();
        var broken = new BrokenReading();
        desk.Restart(services => services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(broken)));
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var page = Show(desk, agent, number);
        var notice = Render<StaleNotice>();
        await BeginNoteAsync(page, "The customer called.");

        broken.IsOn = true;
        desk.Use<CaseChanges>().Notify([(await desk.CaseAsync(number)).Id]);
        await notice.WaitForAssertionAsync(() => notice.Find("button"), TimeSpan.FromSeconds(10));
        var kept = page.Find(".note-box textarea").GetAttribute("value");
        broken.IsOn = false;
        desk.Use<CaseChanges>().Notify([(await desk.CaseAsync(number)).Id]);

        await notice.WaitForAssertionAsync(() => Assert.Empty(notice.FindAll("button")), TimeSpan.FromSeconds(10));
        Assert.Equal(("The customer called.", "The customer called."), (kept, page.Find(".note-box textarea").GetAttribute("value")));
    }

    /// <summary>What was done is done: the reading after it takes nothing away either, whether it was done in the step or beside it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_ThatCannotBeReadAfterAnAct_KeepsWhatIsOnIt_AndSaysSo(bool isBesideTheStep)
    {
        await using var desk = await Desk.StartAsync();
        var broken = new BrokenReading();
        desk.Restart(services => services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(broken)));
        var agent = await desk.Staff.AgentAsync();
        var page = Show(desk, agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        var notice = Render<StaleNotice>();
        await BeginNoteAsync(page, "The customer called.");
        await page.InvokeAsync(async () => await page.Find(".promise-panel button").ClickAsync(new MouseEventArgs()));
        await page.InvokeAsync(async () => await page.Find("#promise-day").ChangeAsync("2026-09-20"));

        broken.IsOn = true;
        await page.InvokeAsync(async () =>
        {
            if (isBesideTheStep)
            {
                await page.Find(".promise-panel form").SubmitAsync();
            }
            else
            {
                await page.Find(".wizard-step [data-key=q]").ClickAsync(new MouseEventArgs());
            }
        });

        await notice.WaitForAssertionAsync(() => notice.Find("button"), TimeSpan.FromSeconds(10));
        Assert.Equal(("The customer called.", 0), (page.Find(".note-box textarea").GetAttribute("value"), page.FindAll(".part-fault").Count));
    }

    /// <summary>The rounds of a recovery run in nobody's culture; the page stays in the reader's.</summary>
    [Fact]
    public async Task Page_WhenARecoveryBegins_HoldsWhatItHolds_InTheReadersLanguage()
    {
        Speak("zh-Hans");
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var page = Show(desk, agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        var before = page.FindAll(".people-panel .why-not").Count;

        await InARoundAsync(() => desk.Use<RecoveryWatch>().Show(Running));

        await page.WaitForAssertionAsync(() => Assert.Contains("数据库已恢复", page.Find(".people-panel .why-not").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find(".people-panel .panel-foot button").HasAttribute("disabled"));
        Assert.Equal(0, before);

        await InARoundAsync(() => desk.Use<RecoveryWatch>().Show(null));

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".people-panel .why-not")));
    }

    /// <summary>On a thread of the worker's, with nothing of the reader's about it.</summary>
    private static Task InARoundAsync(Action told)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(told);
        }
    }

    /// <summary>In the page's own turn: it reads once more after it was opened.</summary>
    private static async Task BeginNoteAsync(IRenderedComponent<CasePage> page, string words)
    {
        await page.InvokeAsync(async () => await page.Find("#write-note").ClickAsync(new MouseEventArgs()));
        await page.InvokeAsync(async () => await page.Find(".note-box textarea").ChangeAsync(words));
    }

    private int FocusesOn(string id) => JSInterop.Invocations.Count(i => i.Identifier == "desk.focus" && Equals(i.Arguments[0], id));

    private IRenderedComponent<CasePage> Show(Desk desk, Actor who, string number)
    {
        Sit(
            desk, who, Role.Agent, typeof(ReadCase), typeof(CaseChanges), typeof(CaseWatchers), typeof(RecoveryWatch), typeof(QuoteCase), typeof(AddNote), typeof(StrikeNote),
            typeof(PromiseCustomer), typeof(TakeCase), typeof(WithdrawCase), typeof(WithdrawRequest), typeof(ContinueAsRefund), typeof(AskForApproval), typeof(PermitSend),
            typeof(AskPartnerNow), typeof(DecideUnknown), typeof(PrepareCardRefund));
        Services.AddSingleton<TimeProvider>(desk.Clock);
        Services.AddSingleton<IRehearsal>(new NoRehearsal());
        Services.AddScoped<LiveReadings>();
        return Render<CasePage>(p => p.Add(c => c.Number, number));
    }

    /// <summary>Breaks a reading in its middle.</summary>
    private sealed class BrokenReading : DbCommandInterceptor
    {
        private volatile bool isOn;

        public bool IsOn
        {
            get => isOn;
            set => isOn = value;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsOn && command.CommandText.Contains("FROM \"Notes\"", StringComparison.Ordinal) ? throw new InvalidOperationException("The database is busy.") : ValueTask.FromResult(result);
    }

    /// <summary>Holds the first reading in its middle: the case itself has been read, its notes have not.</summary>
    private sealed class HeldReading : DbCommandInterceptor
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task;

        public void LetGo() => gate.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("FROM \"Notes\"", StringComparison.Ordinal) && reached.TrySetResult())
            {
                await gate.Task.WaitAsync(cancellationToken);
            }

            return result;
        }
    }
}
