using System.Data.Common;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Data;

/// <summary>
/// What the desk reads again and again reaches its rows by an index, however many cases there have been. SQLite itself is asked, about the very commands:
/// it has no figures of the tables here nor at work, and goes by their shape. Not asked here: the report, the count on the health page and lists that
/// are narrowed by something else, which go through all cases.
/// </summary>
public sealed class QueryPlanTests
{
    [Fact]
    public async Task Screens_ThatAreReadAgainAndAgain_WalkThroughNothingThatGrows()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        await desk.DeclineAsync(supervisor, await desk.AskAsync(agent, number));
        await desk.SentAsync(Scenes.LostReplyBefore);
        var plans = Watch(desk);

        (await desk.Use<ReadCounts>().ExecuteAsync(supervisor, CancellationToken.None)).Require();
        (await desk.Use<ReadLine>().ExecuteAsync(agent, LineScope.Team, CancellationToken.None)).Require();
        (await desk.Use<ReadLine>().ExecuteAsync(agent, LineScope.Mine, CancellationToken.None)).Require();
        (await desk.Use<ReadUnknown>().ExecuteAsync(supervisor, CancellationToken.None)).Require();
        (await desk.Use<ReadApprovalQueue>().ExecuteAsync(supervisor, CancellationToken.None)).Require();
        (await desk.Use<ReadCase>().ExecuteAsync(agent, number, CancellationToken.None)).Require();

        Assert.Empty(plans.Walks);
    }

    [Theory]
    [InlineData("v-2026-000001", false, false)]
    [InlineData("v-2026-000001", true, true)]
    [InlineData(null, true, false)]
    [InlineData(null, true, true)]
    public async Task List_ThatIsNarrowed_WalksThroughNothingThatGrows(string? text, bool onlyOpen, bool onlyMine)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var plans = Watch(desk);
        var filter = new CaseFilter { Text = text, OnlyOpen = onlyOpen, OnlyMine = onlyMine };

        var first = (await desk.Use<ListCases>().ExecuteAsync(agent, filter, null, CancellationToken.None)).Require();
        var older = (await desk.Use<ListCases>().ExecuteAsync(agent, filter, first.Rows[0].Id, CancellationToken.None)).Require();

        Assert.Equal((1, 0), (first.Total, older.Rows.Count));
        Assert.Empty(plans.Walks);
    }

    [Fact]
    public async Task Recovery_OnEveryPage_WalksThroughNothingThatGrows()
    {
        await using var desk = await Desk.StartAsync();
        await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        desk.Restore(desk.BackUp());
        await desk.RecoverAsync();
        var plans = Watch(desk);
        await using var db = await OpenAsync(desk);

        Assert.Equal(1, (await RecoveryView.ReadAsync(db, CancellationToken.None))?.Waiting);
        Assert.Empty(plans.Walks);
    }

    /// <summary>As the file of void cases reads them.</summary>
    [Fact]
    public async Task Requests_OfManyCases_AreFoundByTheirCases()
    {
        await using var desk = await Desk.StartAsync();
        var plans = Watch(desk);
        await using var db = await OpenAsync(desk);
        var ids = Enumerable.Range(1, 500).Select(n => (long)n).ToList();

        await db.Set<ApprovalRequest>().Include(r => r.Votes).Where(r => ids.Contains(r.CaseId)).ToListAsync();

        Assert.Empty(plans.Walks);
    }

    /// <summary>Otherwise these tests would show nothing.</summary>
    [Fact]
    public async Task Reading_ThatNoIndexServes_IsSeenHere()
    {
        await using var desk = await Desk.StartAsync();
        var plans = Watch(desk);
        await using var db = await OpenAsync(desk);

        await db.Set<Case>().CountAsync(c => c.Reason == "Booked the wrong day.");
        await db.Set<ApprovalRequest>().CountAsync(r => r.Needed > 1);
        await db.Set<TimelineEntry>().CountAsync(e => e.Kind == "opened");

        Assert.Equal(3, plans.Walks.Count);
    }

    private static Plans Watch(Desk desk)
    {
        var plans = new Plans();
        desk.Restart(services => services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(plans)));
        return plans;
    }

    private static Task<BackOfficeDb> OpenAsync(Desk desk) => desk.Use<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();

    /// <summary>Has SQLite say before each reading how it will go about it.</summary>
    private sealed class Plans : DbCommandInterceptor
    {
        /// <summary>The way through what is open is meant: it is as long as the day's work.</summary>
        private const string ThroughOpenOnes = " INDEX IX_Cases_Open";

        private static readonly string[] Growing = ["Cases", "Approvals", "ApprovalVotes", "Timeline", "Notes", "Quotes", "Attempts", "Audit", "Notices"];

        private readonly List<string> walks = [];

        /// <summary>From one end of a table that grows to the other.</summary>
        public IReadOnlyList<string> Walks => walks;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            {
                walks.AddRange((await ExplainAsync(command)).Where(line => IsWalk(line, command.CommandText)).Select(line => line + ": " + command.CommandText));
            }

            return result;
        }

        private static bool IsWalk(string line, string sql) =>
            line.StartsWith("SCAN ", StringComparison.Ordinal) && !line.EndsWith(ThroughOpenOnes, StringComparison.Ordinal)
            && Growing.Any(table => sql.Contains($"\"{table}\" AS \"{AliasOf(line)}\"", StringComparison.Ordinal));

        /// <summary>Older editions of SQLite name the table before it.</summary>
        private static string AliasOf(string line) => line.Split(' ') is [_, "TABLE", _, "AS", var alias, ..] ? alias : line.Split(' ')[1];

        private static async Task<List<string>> ExplainAsync(DbCommand command)
        {
            await using var explain = command.Connection!.CreateCommand();
            explain.Transaction = command.Transaction;
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = explain.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                explain.Parameters.Add(copy);
            }

            var lines = new List<string>();
            await using var reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(3));
            }

            return lines;
        }
    }
}
