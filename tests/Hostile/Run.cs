using System.Diagnostics;
using System.Globalization;
using BackOffice.Core.Audit;
using BackOffice.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Hostile;

/// <summary>One run: prepares, attacks while somebody honest works, and judges by the partner's call book and the database.</summary>
internal sealed class Run(Wanted wanted, string root, string folder) : IAsyncDisposable
{
    private static readonly string[] Sending = ["void.do", "refund.do"];
    private const int Presses = 300;
    private const int Turns = 100;
    private const long MostGrowth = 700L * 1024 * 1024;

    /// <summary>How long a client may take from where its result is waited for. The attack has no term of its own: it ends by itself when it stands still.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(10);

    private readonly AtlasStandIn partner = new(new MovableClock());
    private readonly List<string> findings = [];
    private WebApplication? play;

    public async Task<Verdict> ExecuteAsync(CancellationToken cancellationToken)
    {
        var scripts = await NodeClient.PrepareAsync(root, cancellationToken);
        play = SandboxApp.Build(partner, new MovableClock(), "http://127.0.0.1:0");
        await play.StartAsync(cancellationToken);
        var address = SandboxApp.AddressOf(play);
        var stage = new Stage(folder, address, partner);
        await stage.PrepareAsync(cancellationToken);
        var judge = new Judge(stage.IdOf(Cast.Agent), Cast.RightsDuringAttack.ToDictionary(r => stage.IdOf(r.Key), r => r.Value));
        ExpectEveryWrongLineFound(judge, stage);
        var sendsBefore = Sends();
        var log = Path.Combine(folder, "desk");

        Verdict verdict;
        await using (var desk = await DeskUnderAttack.StartAsync(folder, address, partner.Options, log))
        {
            await using var honest = scripts.Start("honest.mjs", Origin(desk), Cast.Honest.Email, Person.Password);
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken);
            await using var supervisor = scripts.Start(
                "demoted.mjs", [Origin(desk), Cast.Demoted.Email, Person.Password, Text(Turns), Text(stage.Approvals[^1]), "/unknown", "/approvals", "/approvals/" + Text(stage.Approvals[^2]), $"/cases/{stage.Cases[0]}?step=check", "/"]);
            await using var administrator = scripts.Start("demoted.mjs", [Origin(desk), Cast.Dismissed.Email, Person.Password, Text(Turns), "-", "/staff", "/settings", "/audit", "/health"]);
            await supervisor.HearAsync(cancellationToken);
            await administrator.HearAsync(cancellationToken);
            await stage.DemoteAsync(cancellationToken);
            var memoryBefore = desk.ResidentBytes;
            var before = await Books.ReadAsync(Settings.DatabaseOf(folder), cancellationToken);

            await honest.TellAsync("attack");
            await supervisor.TellAsync("press");
            await administrator.TellAsync("press");
            var attack = await AttackAsync(scripts, stage, desk, cancellationToken);
            var ofSupervisor = await supervisor.ResultAsync<PressReport>(Term, cancellationToken);
            var ofAdministrator = await administrator.ResultAsync<PressReport>(Term, cancellationToken);
            Expect(ofSupervisor.Presses > 0, "the supervisor who had lost the role pressed nothing");
            Expect(ofAdministrator.Presses > 0, "the administrator who had lost the role pressed nothing");
            await honest.TellAsync("stop");
            var calm = await honest.ResultAsync<HonestReport>(Term, cancellationToken);
            Expect(calm is { Before: > 0, During: > 0 }, $"the honest person came to {calm.Before} pages before the attack and to {calm.During} during it");

            var after = await Books.ReadAsync(Settings.DatabaseOf(folder), cancellationToken);
            var differences = after.Since(before).ToList();
            var unauthorised = judge.Unauthorised(differences);
            findings.AddRange(unauthorised.Select(d => "unauthorised: " + d));
            var acts = judge.Acts(differences);
            Expect(acts > 0, "nothing of what the attackers may do was done: the attack did not reach the use cases");
            var sends = Sends() - sendsBefore;
            Expect(sends == 0, $"{sends} calls that move money during the attack");
            findings.AddRange(attack.Findings.Concat(calm.Faults.Select(f => "honest: " + f)));

            var isAlive = desk.IsAlive;
            Expect(isAlive, "the program ended during the attack");
            if (isAlive)
            {
                await BurstAsync(scripts, stage, desk, cancellationToken);
            }

            await ExpectSoundTrailAsync(cancellationToken);
            Expect(desk.ResidentBytes - memoryBefore < MostGrowth, $"memory grew from {memoryBefore / 1024 / 1024} MB to {desk.Memory}");
            verdict = new Verdict
            {
                Attack = attack, Honest = calm, Acts = acts, Unauthorised = unauthorised.Count, Sends = sends, Crashes = desk.IsAlive ? 0 : 1,
                Memory = string.Create(CultureInfo.InvariantCulture, $"{memoryBefore / 1024 / 1024} → {desk.Memory}"), Findings = findings,
            };
        }

        return verdict with { Refusals = await ReadLogAsync(log, cancellationToken) };
    }

    public async ValueTask DisposeAsync()
    {
        if (play is not null)
        {
            await play.DisposeAsync();
        }

        partner.Dispose();
    }

    private int Sends() => Sending.Sum(call => partner.Count(call));

    private async Task<AttackReport> AttackAsync(NodeClient scripts, Stage stage, DeskUnderAttack desk, CancellationToken cancellationToken)
    {
        var pages = new[] { "/", "/cases", "/approvals", "/unknown", "/reports/voids", "/audit", "/orders" };
        string[] own = [.. pages, .. stage.Cases.Select(c => $"/cases/{c}"), .. stage.Cases.Select(c => $"/cases/{c}?step=check"), .. stage.Approvals.Select(a => "/approvals/" + Text(a))];
        var emails = Cast.All.Select(p => p.Email).ToList();
        await using var attack = scripts.Start("attack.mjs");
        await attack.TellAllAsync(new
        {
            origin = Origin(desk), messages = wanted.Messages, posts = wanted.Posts ?? Math.Max(200, wanted.Messages / 100), seed = wanted.Seed,
            people = new { roleless = SignInOf(Cast.Roleless), auditor = SignInOf(Cast.Auditor), agent = SignInOf(Cast.Agent), victim = SignInOf(Cast.Victim) },
            pages = own.Concat([.. Scenes.All.Take(6).Select(s => "/orders/" + s.OrderNo)]),
            strongPages = new[] { "/staff", "/settings", "/audit", "/health", "/reports/voids", "/rehearsal", "/approvals", "/unknown", "/export/void-cases.csv" },
            secrets = new[] { partner.Options.ClientSecret, Settings.WebhookSecret, "AQAAAAIAAYag" },
            hidden = new
            {
                nobody = emails.Concat([stage.Cases[0], "Carla Colleague"]),
                roleless = emails.Where(e => e != Cast.Roleless.Email).Concat(["Carla Colleague"]),
                auditor = emails.Where(e => e != Cast.Auditor.Email),
                agent = emails.Where(e => e != Cast.Agent.Email),
            },
        });
        return await attack.ResultAsync<AttackReport>(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    /// <summary>What an agent may do once is done once, however often it is pressed.</summary>
    private async Task BurstAsync(NodeClient scripts, Stage stage, DeskUnderAttack desk, CancellationToken cancellationToken)
    {
        await using var burst = scripts.Start("burst.mjs");
        await burst.TellAllAsync(new
        {
            origin = Origin(desk), email = Cast.Rapid.Email, password = Person.Password, caseNumber = stage.Sendable, presses = Presses,
        });
        try
        {
            var report = await burst.ResultAsync<PressReport>(Term, cancellationToken);
            Expect(report.Presses > 1, $"Send within the own limit was pressed {report.Presses} times: that it goes out once says nothing");
        }
        catch (InvalidOperationException fault)
        {
            findings.Add("what is allowed could not be done: " + fault.Message);
            return;
        }

        var patience = Stopwatch.StartNew();
        while (partner.AcceptedVoids(stage.SendableOrder) == 0 && patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        // A second call would come with the sender's next looks.
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken);
        var sent = Sending.Sum(call => partner.Count(call, stage.SendableOrder));
        Expect(sent == 1, $"{Presses} presses on Send within the own limit were {sent} calls that move money");
    }

    /// <summary>A judge that finds nothing must be one that would have found something.</summary>
    private void ExpectEveryWrongLineFound(Judge judge, Stage stage)
    {
        var wrong = WrongLines.Of(stage.IdOf);
        findings.AddRange(wrong.Except(judge.Unauthorised(wrong)).Select(d => "the judge lets pass: " + d));
    }

    private async Task ExpectSoundTrailAsync(CancellationToken cancellationToken)
    {
        await using var db = Books.Open(Settings.DatabaseOf(folder));
        var lines = await db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        Expect(AuditChain.FirstBreak(AuditChain.Start, 0, lines) is null, "the audit trail does not follow from itself");
    }

    /// <summary>Nothing private may have reached the log, whatever was thrown at the program. Counts how often a right was asked for and not there.</summary>
    private async Task<int> ReadLogAsync(string log, CancellationToken cancellationToken)
    {
        string[] needles = [.. Cast.All.Select(p => p.Email), .. Cast.All.Select(p => p.Name), Person.Password, partner.Options.ClientSecret, Settings.WebhookSecret, "AQAAAAIAAYag"];
        var refusals = 0;
        foreach (var file in new[] { log + ".out", log + ".err" })
        {
            var said = await File.ReadAllTextAsync(file, cancellationToken);
            findings.AddRange(needles.Where(n => said.Contains(n, StringComparison.Ordinal)).Select(n => $"the log {file} holds \"{n}\""));
            Expect(!said.Contains("Unhandled exception. ", StringComparison.Ordinal), "the log tells of an unhandled exception: " + file);
            refusals += said.Split("does not hold").Length - 1;
        }

        Expect(refusals > 0, "no right was ever refused: the attack did not reach what it attacks");
        return refusals;
    }

    private void Expect(bool isFine, string otherwise)
    {
        if (!isFine)
        {
            findings.Add(otherwise);
        }
    }

    private static string Origin(DeskUnderAttack desk) => desk.Address.GetLeftPart(UriPartial.Authority);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static object SignInOf(Person person) => new { email = person.Email, password = Person.Password };
}
