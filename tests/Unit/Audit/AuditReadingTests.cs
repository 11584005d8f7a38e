using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Audit;

public sealed class AuditReadingTests
{
    [Fact]
    public async Task Trail_IsReadNewestFirst_PageByPage_WithoutGaps()
    {
        await using var desk = await OpenAsync();
        await WriteAsync(desk, 120);
        var auditor = await desk.Staff.HireAsync([Role.Auditor]);

        var first = await ReadAsync(desk, auditor);
        var second = await ReadAsync(desk, auditor, olderThan: first.Older);
        var third = await ReadAsync(desk, auditor, olderThan: second.Older);

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => (long)i), new[] { first, second, third }.SelectMany(p => p.Lines).Select(l => l.Sequence));
        Assert.Equal((null, null), (first.Newer, third.Older));
        Assert.Equal(first.Lines.Select(l => l.Sequence), (await ReadAsync(desk, auditor, olderThan: second.Newer)).Lines.Select(l => l.Sequence));
    }

    [Fact]
    public async Task Trail_IsNarrowed_ByPersonByVerbAndBySubject()
    {
        await using var desk = await OpenAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        await desk.QueuedAsync(Scenes.TwoPassengersAndBag);
        var auditor = await desk.Staff.HireAsync([Role.Auditor]);
        var supervisor = (await ReadAsync(desk, auditor, new AuditFilter { Action = "approval.given" })).Lines[0].ActorId;

        var byPerson = await ReadAsync(desk, auditor, new AuditFilter { ActorId = supervisor });
        var byVerb = await ReadAsync(desk, auditor, new AuditFilter { Action = "approval." });
        var bySubject = await ReadAsync(desk, auditor, new AuditFilter { Subject = number.ToLowerInvariant() });

        Assert.All(byPerson.Lines, l => Assert.Equal(supervisor, l.ActorId));
        Assert.Equal(4, byVerb.Lines.Count);
        Assert.Equal(["approval.given", "approval.asked", "case.opened"], bySubject.Lines.Select(l => l.Action).Distinct());
        Assert.All(bySubject.Lines, l => Assert.Equal("case:" + number, l.Subject));
    }

    [Fact]
    public async Task Trail_ForAnAgent_IsRefused()
    {
        await using var desk = await OpenAsync();
        var agent = await desk.Staff.AgentAsync();

        Assert.Equal(AccessRefusals.NotAllowed.Name, (await desk.Use<ReadAudit>().ExecuteAsync(agent, new AuditFilter(), null, CancellationToken.None)).Refusal?.Name);
        Assert.Equal(AccessRefusals.NotAllowed.Name, (await desk.Use<VerifyAudit>().ExecuteAsync(agent, null, null, CancellationToken.None)).Refusal?.Name);
    }

    [Fact]
    public async Task Verify_OfAWholeTrail_GivesItsHead_AndSaysHowFarItIs()
    {
        await using var desk = await OpenAsync();
        await WriteAsync(desk, 2_300);
        var steps = new Steps();

        var check = await VerifyAsync(desk, null, steps);

        Assert.Equal((2_300, null, true), (check.Lines, check.FirstBreak, check.IsSound));
        Assert.Equal((await LineAsync(desk, 2_300)).Hash, check.HeadHash);
        Assert.Equal([1_000, 2_000], steps.Seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(1_001)]
    [InlineData(1_500)]
    public async Task Verify_OfATrailWithAChangedLine_NamesIt(long line)
    {
        await using var desk = await OpenAsync();
        await WriteAsync(desk, 1_600);
        await using (var db = desk.Database.Open())
        {
            await db.Set<AuditEntry>().Where(e => e.Sequence == line).ExecuteUpdateAsync(s => s.SetProperty(e => e.Detail, """{"amount":"USD 1.00"}"""));
        }

        var check = await VerifyAsync(desk, null);

        Assert.Equal((line - 1, line, false), (check.Lines, check.FirstBreak, check.IsSound));
    }

    [Fact]
    public async Task Verify_WithAnAnchorKeptElsewhere_ShowsACutOffEnd()
    {
        await using var desk = await OpenAsync();
        await WriteAsync(desk, 30);
        var anchor = AuditAnchor.Read((await VerifyAsync(desk, null)).Head!.ToString()).Require().Anchor;
        await WriteAsync(desk, 5, from: 30);
        var kept = await VerifyAsync(desk, anchor);
        await using (var db = desk.Database.Open())
        {
            await db.Set<AuditEntry>().Where(e => e.Sequence > 25).ExecuteDeleteAsync();
        }

        var cut = await VerifyAsync(desk, anchor);

        Assert.Equal((AnchorResult.Kept, true), (kept.Anchor, kept.IsSound));
        Assert.Equal((AnchorResult.CutOff, null, false), (cut.Anchor, cut.FirstBreak, cut.IsSound));
    }

    [Fact]
    public async Task Verify_OfATrailWrittenAnew_ShowsItAgainstTheAnchor()
    {
        await using var desk = await OpenAsync();
        await WriteAsync(desk, 10);
        var anchor = (await VerifyAsync(desk, null)).Head;
        await using (var db = desk.Database.Open())
        {
            await db.Set<AuditEntry>().ExecuteDeleteAsync();
        }

        await WriteAsync(desk, 12, detail: """{"made":"up"}""");

        var check = await VerifyAsync(desk, anchor);

        Assert.Equal((AnchorResult.Replaced, null, false), (check.Anchor, check.FirstBreak, check.IsSound));
    }

    /// <summary>The check ends where the chain breaks: of an anchor behind it nothing is known, also where its line is still there.</summary>
    [Theory]
    [InlineData(11, AnchorResult.Kept)]
    [InlineData(12, AnchorResult.NotReached)]
    [InlineData(30, AnchorResult.NotReached)]
    [InlineData(1_100, AnchorResult.NotReached)]
    public async Task Verify_OfATrailThatBreaks_SpeaksOfAnAnchorOnlyBeforeTheBreak(long anchored, AnchorResult expected)
    {
        await using var desk = await OpenAsync();
        await WriteAsync(desk, 1_200);
        var anchor = new AuditAnchor(anchored, (await LineAsync(desk, anchored)).Hash);
        await using (var db = desk.Database.Open())
        {
            await db.Set<AuditEntry>().Where(e => e.Sequence == 12).ExecuteUpdateAsync(s => s.SetProperty(e => e.Detail, """{"made":"up"}"""));
        }

        var check = await VerifyAsync(desk, anchor);

        Assert.Equal((expected, 12L, false), (check.Anchor, check.FirstBreak, check.IsSound));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("0 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("-1 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("1 9f86d081884c7d65")]
    [InlineData("1 zf86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("1 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 x")]
    public void Anchor_ThatCannotBeOne_IsRefused(string typed) => Assert.Equal(AuditRefusals.AnchorInvalid, AuditAnchor.Read(typed).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Anchor_NotTyped_IsNone(string? typed) => Assert.Null(AuditAnchor.Read(typed).Require().Anchor);

    [Fact]
    public void Anchor_Pasted_IsReadWithItsSpacesAndCapitals() =>
        Assert.Equal(
            new AuditAnchor(12, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            AuditAnchor.Read("\t12  9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08\n").Require().Anchor);

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.StartAsync();
        desk.Restart(services => services.AddAuditTrail());
        return desk;
    }

    private static async Task<AuditPage> ReadAsync(Desk desk, Actor who, AuditFilter? filter = null, long? olderThan = null) =>
        (await desk.Use<ReadAudit>().ExecuteAsync(who, filter ?? new AuditFilter(), olderThan, CancellationToken.None)).Require();

    private static async Task<TrailCheck> VerifyAsync(Desk desk, AuditAnchor? anchor, IProgress<long>? progress = null) =>
        (await desk.Use<VerifyAudit>().ExecuteAsync(await desk.Staff.HireAsync([Role.Auditor]), anchor, progress, CancellationToken.None)).Require();

    private static async Task<AuditEntry> LineAsync(Desk desk, long sequence)
    {
        await using var db = desk.Database.Open();
        return await db.Set<AuditEntry>().SingleAsync(e => e.Sequence == sequence);
    }

    /// <summary>Lines that follow from what is there, as the store would write them.</summary>
    private static async Task WriteAsync(Desk desk, int count, long from = 0, string detail = "{}")
    {
        await using var db = desk.Database.Open();
        var hash = from == 0 ? AuditChain.Start : (await LineAsync(desk, from)).Hash;
        for (var sequence = from + 1; sequence <= from + count; sequence++)
        {
            var next = AuditChain.HashOf(hash, sequence, Desk.Start, Actor.Worker.Id, Actor.Worker.Name, "test.done", "test:1", detail);
            db.Add(new AuditEntry
            {
                Sequence = sequence, At = Desk.Start, ActorId = Actor.Worker.Id, ActorName = Actor.Worker.Name, Action = "test.done", Subject = "test:1",
                Detail = detail, PreviousHash = hash, Hash = next,
            });
            hash = next;
        }

        await db.SaveChangesAsync();
    }

    private sealed class Steps : IProgress<long>
    {
        public List<long> Seen { get; } = [];

        public void Report(long value) => Seen.Add(value);
    }
}
