using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Data;

/// <summary>One door for every change: all of it or nothing, with its line on the trail.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task Change_Done_IsSavedWithItsAuditLine()
    {
        await using var desk = await Desk.StartAsync();
        var administrator = await desk.Staff.HireAsync([Role.Administrator]);

        var outcome = await AddRuleAsync(desk, administrator, "USD", refusal: null);

        var line = Assert.Single(await LinesAsync(desk));
        Assert.True(outcome.IsDone(out _, out _));
        Assert.Equal((1, "rule.added", "rule:USD", administrator.Id, administrator.Name, AuditChain.Start, desk.Clock.GetUtcNow()), (line.Sequence, line.Action, line.Subject, line.ActorId, line.ActorName, line.PreviousHash, line.At));
        Assert.Equal(1, await RulesAsync(desk));
    }

    [Fact]
    public async Task Change_RefusedAfterItsWork_LeavesNothing()
    {
        await using var desk = await Desk.StartAsync();

        var outcome = await AddRuleAsync(desk, await desk.Staff.HireAsync([Role.Administrator]), "USD", CasesRefusals.Closed);

        Assert.Equal(("case.closed", 0, 0), (outcome.Refusal?.Name, await RulesAsync(desk), (await LinesAsync(desk)).Count));
    }

    [Fact]
    public async Task Change_ThatThrows_LeavesNothing()
    {
        await using var desk = await Desk.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Use<Store>().ChangeAsWorkerAsync<Done>(
            async change =>
            {
                change.Db.Add(new ApprovalRule { Currency = "USD", FreeUpToMinor = 1 });
                await change.Db.SaveChangesAsync();
                throw new InvalidOperationException("A bug.");
            },
            CancellationToken.None));

        Assert.Equal(0, await RulesAsync(desk));
    }

    /// <summary>The right is asked inside the very transaction: it is not enough to have had it when the page was opened.</summary>
    [Fact]
    public async Task Change_AfterTheRightWasTaken_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var administrator = await desk.Staff.HireAsync([Role.Administrator]);
        await desk.Staff.TakeRoleAsync(administrator, Role.Administrator);

        Assert.Equal("access.not-allowed", (await AddRuleAsync(desk, administrator, "USD", refusal: null)).Refusal?.Name);
    }

    /// <summary>Even where a line of code forgets to ask, the database does not take a second one, and says so in our words.</summary>
    [Theory]
    [InlineData("a second open case for the order", "case.already-open")]
    [InlineData("a second live permit for the order", "case.already-sending")]
    [InlineData("a second waiting request for the case", "case.changed-meanwhile")]
    [InlineData("the same line of the trail", "case.changed-meanwhile")]
    [InlineData("the same mail address", "access.email-taken")]
    public async Task Conflict_InTheDatabase_IsANamedRefusal(string second, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        var found = await desk.CaseAsync(number);

        var outcome = await desk.Use<Store>().ChangeAsWorkerAsync<Done>(
            async change =>
            {
                change.Db.Add(await SecondAsync(change.Db, second, found, request));
                await change.Db.SaveChangesAsync();
                change.Db.Add(await SecondAsync(change.Db, second, found, request));
                await change.Db.SaveChangesAsync();
                return default(Done);
            },
            CancellationToken.None);

        Assert.Equal(refusal, outcome.Refusal?.Name);
    }

    /// <summary>Somebody else's save in between is a conflict, not a lost change.</summary>
    [Fact]
    public async Task Conflict_OfVersions_IsANamedRefusal()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var stale = await desk.CaseAsync(await desk.OpenAsync(agent, Scenes.PlainDeposit));
        await desk.QuoteAsync(agent, stale.Number);

        var outcome = await desk.Use<Store>().ChangeAsWorkerAsync<Done>(
            change =>
            {
                change.Db.Attach(stale);
                stale.Apply(new CaseInput.Withdrawn(), change.Actor, change.Now);
                return Task.FromResult<Outcome<Done>>(default(Done));
            },
            CancellationToken.None);

        Assert.Equal(("case.changed-meanwhile", CaseState.Quoted), (outcome.Refusal?.Name, await desk.StateAsync(stale.Number)));
    }

    [Fact]
    public async Task Trail_OfAWholeVoid_IsOneChainWithoutPersonalData()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.ChineseName);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        var lines = await LinesAsync(desk);

        Assert.Null(AuditChain.FirstBreak(AuditChain.Start, 0, lines));
        Assert.Equal("case.opened approval.asked approval.given void.sending void.accepted void.status void.status void.status", string.Join(' ', lines.Select(l => l.Action)));
        Assert.DoesNotContain(lines, l => (l.Subject + l.Detail).Contains("WANG", StringComparison.OrdinalIgnoreCase) || l.Detail.Contains('王', StringComparison.Ordinal) || l.Detail.Contains('@', StringComparison.Ordinal));
    }

    /// <summary>What is stored is what comes back: money, instants, JSON, states.</summary>
    [Fact]
    public async Task Case_StoredAndRead_IsTheSame()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scenes.TwoPassengersAndBag);

        var found = await desk.CaseAsync(number);

        Assert.Equal((new Money(19_129, "USD"), "SAMPLE/GRACE SAMPLE/HUGO", PaymentMethod.Deposit), (found.ExpectedBack, string.Join(' ', found.Order.Passengers.Select(p => p.LastName + "/" + p.FirstName)), found.Payment));
        Assert.Equal((DeadlineLimit.AfterIssue, found.DeadlineAt), (found.Deadline!.Limit, found.Deadline.At));
        Assert.Equal(desk.Clock.GetUtcNow(), found.QuotedAt);
    }

    private static Task<Outcome<Done>> AddRuleAsync(Desk desk, Actor actor, string currency, Refusal? refusal) =>
        desk.Use<Store>().ChangeAsync<Done>(
            actor, Permission.ManageSettings,
            async (change, _) =>
            {
                change.Db.Add(new ApprovalRule { Currency = currency, FreeUpToMinor = 1 });
                change.Audit("rule.added", "rule:" + currency);
                await change.Db.SaveChangesAsync();
                return refusal is null ? default(Done) : refusal;
            },
            CancellationToken.None);

    private static async Task<object> SecondAsync(BackOfficeDb db, string second, Case found, long requestId)
    {
        switch (second)
        {
            case "a second open case for the order":
                return Case.Open(found.Order, 2030, await db.Set<Case>().CountAsync(), "Again.", Actor.Worker, found.OpenedAt);
            case "a second live permit for the order":
                return Attempt.Plan(Guid.NewGuid(), CaseKind.Void, found.Id, found.OrderNo, new Intent(found.OwnerId, found.OwnerName, null, "f", null, "{}"), found.OpenedAt);
            case "a second waiting request for the case":
                var first = await db.Set<ApprovalRequest>().AsNoTracking().SingleAsync(r => r.Id == requestId);
                return ApprovalRequest.Ask(new ApprovalQuestion(found.Id, first.QuoteId, first.Fingerprint, null, RefundMethod.Cash, 1, null, "Again."), Actor.Worker, found.OpenedAt);
            case "the same line of the trail":
                return new AuditEntry { Sequence = 1, At = found.OpenedAt, ActorId = Guid.Empty, ActorName = "", Action = "a", Subject = "s", Detail = "{}", PreviousHash = "", Hash = "" };
            default:
                return new StaffUser { Id = Guid.NewGuid(), DisplayName = "Anna", UserName = "a@example.com", NormalizedUserName = "A@EXAMPLE.COM" };
        }
    }

    private static async Task<List<AuditEntry>> LinesAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
    }

    private static async Task<int> RulesAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<ApprovalRule>().CountAsync();
    }
}
