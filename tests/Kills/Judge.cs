using System.Data.Common;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Kills;

/// <summary>
/// Compares what the stand-in received and took with what the database holds after a recovery pass. The desk's own words are not asked.
/// </summary>
internal sealed class Judge(Office office, StandIn standIn, Figures figures)
{
    private readonly List<Received> received = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> dead = [];
    private AuditAnchor? anchor;

    /// <summary>Of the last <c>void.do</c> that was received.</summary>
    public long LastCall => received.Count == 0 ? 0 : received[^1].Sequence;

    /// <summary>Takes the newest calls over: the stand-in keeps only so many.</summary>
    public async Task ListenAsync() => received.AddRange(await standIn.VoidCallsAsync(LastCall));

    public async Task ExecuteAsync()
    {
        await ListenAsync();
        var voids = await OfOursAsync();
        await using var db = office.Open();
        var permits = await db.Set<Attempt>().AsNoTracking().ToListAsync();
        var cases = await db.Set<Case>().AsNoTracking().ToDictionaryAsync(c => c.Id);
        JudgeCalls(permits);
        JudgeVoids(voids, permits, cases.Values);
        JudgeDeaths(permits);
        await JudgeStatesAsync(permits, cases);
        await JudgeBooksAsync(db, permits);

        (figures.Orders, figures.Permits) = (permits.Select(p => p.OrderNo).Distinct(StringComparer.Ordinal).Count(), permits.Count);
        (figures.Received, figures.Accepted) = (received.Count, voids.Count);
        figures.UnknownByDeath = permits.Count(p => p.OutcomeReason == "process-died");
        figures.UnknownByLease = permits.Count(p => p.OutcomeReason == "lease");
    }

    /// <summary>The voids that came over the API: some scenes have one that a colleague made before.</summary>
    private async Task<IReadOnlyList<TakenVoid>> OfOursAsync()
    {
        var asked = received.Select(c => c.OrderNo).ToHashSet(StringComparer.Ordinal);
        return [.. (await standIn.VoidsAsync()).Where(v => asked.Contains(v.OrderNo))];
    }

    /// <summary>Each request that reached the partner is the exact body of one claimed permit, and no permit has two.</summary>
    private void JudgeCalls(List<Attempt> permits)
    {
        var claimed = permits.Where(p => p.ClaimedAt is not null).ToLookup(p => p.Body, StringComparer.Ordinal);
        foreach (var calls in received.GroupBy(c => c.Body, StringComparer.Ordinal))
        {
            var number = calls.Count();
            var order = calls.First().OrderNo;
            if (!claimed[calls.Key].Any())
            {
                Tell(() => figures.DoubleSends++, $"{order}: a void.do without a claimed permit: {calls.Key}");
            }
            else if (number > 1)
            {
                Tell(() => figures.DoubleSends++, $"{order}: {number} void.do for one permit");
            }
        }

        var byOrder = permits.Where(p => p.ClaimedAt is not null).ToLookup(p => p.OrderNo, StringComparer.Ordinal);
        foreach (var calls in received.GroupBy(c => c.OrderNo ?? "", StringComparer.Ordinal).Where(c => c.Count() > byOrder[c.Key].Count()))
        {
            Tell(() => figures.DoubleSends++, $"{calls.Key}: {calls.Count()} void.do and {byOrder[calls.Key].Count()} claimed permits");
        }
    }

    private void JudgeVoids(IReadOnlyList<TakenVoid> voids, List<Attempt> permits, IEnumerable<Case> cases)
    {
        var known = permits.Select(p => p.PartnerRef).Concat(cases.Select(c => c.PartnerRef)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var lost in voids.Where(v => !known.Contains(v.VoidCode)))
        {
            Tell(() => figures.LostVoidCodes++, $"{lost.OrderNo}: void {lost.VoidCode} was accepted and the database does not know it");
        }

        var accepted = permits.Where(p => p.State is AttemptState.Accepted or AttemptState.Settled).ToLookup(p => p.OrderNo, StringComparer.Ordinal);
        foreach (var more in voids.GroupBy(v => v.OrderNo, StringComparer.Ordinal).Where(v => v.Count() > accepted[v.Key].Count()))
        {
            Tell(() => figures.DoubleSends++, $"{more.Key}: {more.Count()} accepted voids and {accepted[more.Key].Count()} accepted permits");
        }
    }

    /// <summary>A call counts as died with its process only after the process did. Each is looked at once: process ids are given out again.</summary>
    private void JudgeDeaths(List<Attempt> permits)
    {
        foreach (var permit in permits.Where(p => p.OutcomeReason == "process-died" && dead.Add(p.Id)))
        {
            if (Claimant.Read(permit.ClaimedBy) is not { } claimant || !figures.Deaths.TryGetValue(claimant.ProcessId, out var death) || permit.AnsweredAt < death)
            {
                Tell(() => figures.TakenForDead++, $"{permit.OrderNo}: permit {permit.Id} was taken for dead while {permit.ClaimedBy} lived");
            }
        }
    }

    /// <summary>Nothing hangs, nothing contradicts itself, and what nobody knows is on a person's page.</summary>
    private async Task JudgeStatesAsync(List<Attempt> permits, Dictionary<long, Case> cases)
    {
        var waiting = await office.WaitingForAPersonAsync();
        foreach (var permit in permits)
        {
            var of = cases[permit.CaseId];
            var wrong = permit.State switch
            {
                AttemptState.Planned or AttemptState.Sending => $"is still {permit.State}",
                AttemptState.Unknown when of.State != CaseState.OutcomeUnknown => $"is unknown and its case {of.State}",
                AttemptState.Unknown when !waiting.Contains(of.Number) || of.NextAskAt is null => "is unknown and nobody is told",
                AttemptState.Accepted when of.State != CaseState.Following || of.PartnerRef != permit.PartnerRef => $"is accepted and its case {of.State}",
                AttemptState.Settled when !CaseStates.IsFinal(of.State) || permit.PartnerRef is null => $"is settled and its case {of.State}",
                _ => null,
            };
            if (wrong is not null)
            {
                Tell(() => figures.Unclassified++, $"{permit.OrderNo}: permit {permit.Id} {wrong}");
            }
        }

        foreach (var of in cases.Values.Where(c => c.State is CaseState.Queued or CaseState.Sending))
        {
            Tell(() => figures.Unclassified++, $"{of.OrderNo}: case {of.Number} is still {of.State}");
        }
    }

    private async Task JudgeBooksAsync(BackOffice.Core.Data.BackOfficeDb db, List<Attempt> permits)
    {
        var trail = await office.VerifyTrailAsync(anchor);
        if (!trail.IsSound)
        {
            Tell(() => figures.AuditFaults++, $"the trail breaks at line {trail.FirstBreak}, and the line that was written down is {trail.Anchor}");
        }

        anchor = trail.Head;
        var lines = await db.Set<AuditEntry>().CountAsync(e => e.Action == "void.sending");
        var story = await db.Set<TimelineEntry>().CountAsync(e => e.Kind == "sending");
        var claimed = permits.Count(p => p.ClaimedAt is not null);
        if (lines != claimed || story != claimed)
        {
            Tell(() => figures.AuditFaults++, $"{claimed} claims, {lines} lines of them on the trail, {story} in the stories");
        }

        foreach (var question in new[] { "PRAGMA integrity_check", "PRAGMA foreign_key_check" })
        {
            if (await AnswerAsync(db.Database.GetDbConnection(), question) is not ("ok" or null) and var answer)
            {
                Tell(null, $"{question}: {answer}");
            }
        }
    }

    private static async Task<string?> AnswerAsync(DbConnection connection, string question)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.OpenAsync();
        }

        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } said ? said : null;
    }

    /// <summary>A fault is told once, however many batches see it.</summary>
    private void Tell(Action? count, string fault)
    {
        if (told.Add(fault))
        {
            count?.Invoke();
            figures.Add(fault);
        }
    }
}
