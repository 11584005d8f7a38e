using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Export;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Export;

public sealed class ExportTrailTests
{
    [Fact]
    public async Task Export_ByAnAgent_IsRefused_AndLeavesNoLine()
    {
        await using var desk = await CsvFile.OpenDeskAsync();

        var outcome = await desk.Use<ExportVoidCases>().ExecuteAsync(await desk.Staff.AgentAsync(), new VoidReportFilter(), CancellationToken.None);

        Assert.Equal(AccessRefusals.NotAllowed.Name, outcome.Refusal?.Name);
        Assert.Empty(await LinesAsync(desk));
    }

    [Fact]
    public async Task Export_ToTheEnd_IsOnTheTrail_WithFilterAndRows()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001"), null, Desk.Start), (Cases.Order("TESTA000000000002"), null, Desk.Start));
        var auditor = await desk.Staff.HireAsync([Role.Auditor]);

        await CsvFile.TakeAsync(desk, auditor, new VoidReportFilter { States = [CaseState.Open], Airline = "Y4" });

        var lines = await LinesAsync(desk);
        Assert.Equal(["export.started", "export.finished"], lines.Select(l => l.Action));
        Assert.Equal([auditor.Id, auditor.Id], lines.Select(l => l.ActorId));
        Assert.Single(lines.Select(l => l.Subject).Distinct());
        Assert.Equal("""{"filter":{"openedFrom":null,"openedBefore":null,"states":["open"],"airline":"Y4","owner":null},"names":"masked"}""", lines[0].Detail);
        Assert.Equal("""{"rows":2}""", lines[1].Detail);
    }

    [Fact]
    public async Task Export_WhoseReaderWentAway_IsOnTheTrailAsCutOff()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(desk, [.. Enumerable.Range(0, 20).Select(i => (Cases.Order("TESTA0000000000" + i), (BackOffice.Core.Orders.PartnerQuote?)null, Desk.Start))]);
        var file = (await desk.Use<ExportVoidCases>().ExecuteAsync(await desk.Staff.SupervisorAsync(), new VoidReportFilter(), CancellationToken.None)).Require();

        await Assert.ThrowsAsync<IOException>(() => file.WriteAsync(new Torn(), CancellationToken.None));

        var lines = await LinesAsync(desk);
        Assert.Equal(("export.cut-off", """{"rows":20}"""), (lines[^1].Action, lines[^1].Detail));
    }

    /// <summary>The right is asked again before every page: a demotion in the middle ends the file.</summary>
    [Fact]
    public async Task Export_BySomebodyWhoLosesTheRight_StopsThere_AndIsOnTheTrail()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(desk, [.. Enumerable.Range(0, VoidCaseFile.PageSize + 5).Select(i => (Cases.Order($"TESTA0000000{i:D5}"), (BackOffice.Core.Orders.PartnerQuote?)null, Desk.Start))]);
        var supervisor = await desk.Staff.SupervisorAsync();
        var file = (await desk.Use<ExportVoidCases>().ExecuteAsync(supervisor, new VoidReportFilter(), CancellationToken.None)).Require();

        var isWhole = await file.WriteAsync(new Watched(() => desk.Staff.TakeRoleAsync(supervisor, Role.Supervisor)), CancellationToken.None);

        var last = (await LinesAsync(desk))[^1];
        Assert.False(isWhole);
        Assert.Equal(("export.cut-off", Actor.Worker.Id), (last.Action, last.ActorId));
        Assert.Equal($$"""{"rows":{{VoidCaseFile.PageSize}},"by":"{{supervisor.Id}}"}""", last.Detail);
    }

    /// <summary>What is opened while the file is being written is not part of it.</summary>
    [Fact]
    public async Task Export_WhileCasesAreOpened_EndsWithWhatThereWas()
    {
        await using var desk = await CsvFile.OpenDeskAsync();
        await Cases.AddAsync(desk, (Cases.Order("TESTA000000000001"), null, Desk.Start));
        var file = (await desk.Use<ExportVoidCases>().ExecuteAsync(await desk.Staff.SupervisorAsync(), new VoidReportFilter(), CancellationToken.None)).Require();
        await desk.OpenAsync(await desk.Staff.AgentAsync(), BackOffice.Sandbox.Scenes.PlainDeposit.OrderNo);
        using var output = new MemoryStream();

        await file.WriteAsync(output, CancellationToken.None);

        Assert.Equal("""{"rows":1}""", (await LinesAsync(desk))[^1].Detail);
    }

    private static async Task<IReadOnlyList<AuditEntry>> LinesAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<AuditEntry>().Where(e => e.Subject.StartsWith("export:")).OrderBy(e => e.Sequence).ToListAsync();
    }

    /// <summary>A connection that is gone.</summary>
    private sealed class Torn : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromException(new IOException("Gone."));

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromException(new IOException("Gone."));
    }

    /// <summary>Has something happen once the first page has arrived.</summary>
    private sealed class Watched(Func<Task> arrived) : MemoryStream
    {
        private bool isOver;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await OnceAsync();
            await base.WriteAsync(buffer, cancellationToken);
        }

        public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await OnceAsync();
            await base.WriteAsync(buffer.AsMemory(offset, count), cancellationToken);
        }

        private Task OnceAsync()
        {
            var first = !isOver;
            isOver = true;
            return first ? arrived() : Task.CompletedTask;
        }
    }
}
