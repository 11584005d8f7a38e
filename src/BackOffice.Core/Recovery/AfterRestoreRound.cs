using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Recovery;

/// <summary>
/// One round on a database that was restored: what the backup had permitted is called off, every open case that is due is asked about, and
/// when each has had an answer after the quiet period, the recovery ends. Nothing is sent until then.
/// </summary>
public sealed class AfterRestoreRound(
    Store store, CaseQuestions questions, AskPartner askPartner, RecoveryWatch watch, QuietWatch quiet, TimeProvider clock, ILogger<AfterRestoreRound> logger)
{
    private const int MostAtOnce = 50;

    /// <summary>After so many questions without an answer the rest of the round would only wait for time-outs.</summary>
    private const int MostSilences = 3;

    /// <returns>True while the recovery goes on; false where there is none (any more).</returns>
    public async Task<bool> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (await BeginAsync(cancellationToken) is not { } mark)
        {
            watch.Show(null);
            return false;
        }

        var (start, until) = (mark.StartedAt!.Value, mark.QuietUntil!.Value);
        var isWatched = quiet.IsQuietOver(Subject(mark), start, until - start);
        await ShowAsync(mark, cancellationToken);
        await new CallOff(store, logger).AllAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (RecoveryRules.MayAsk(now, until, isWatched))
        {
            await AskAsync(mark, now, cancellationToken);
        }

        await EndAsync(mark, isWatched, cancellationToken);
        return await ShowAsync(mark, cancellationToken);
    }

    /// <summary>The running mark, with its quiet period begun; null where nothing is being recovered.</summary>
    private async Task<RestoreMark?> BeginAsync(CancellationToken cancellationToken)
    {
        var mark = await store.ReadAsWorkerAsync(db => db.RunningMarkAsync(cancellationToken), cancellationToken);
        if (mark is null || !MustBegin(mark, clock.GetUtcNow()))
        {
            return mark;
        }

        await store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var running = await change.Db.RunningMarkAsync(cancellationToken);
            if (running is not null && MustBegin(running, change.Now))
            {
                foreach (var question in await change.Db.Set<RecoveryQuestion>().Where(q => q.MarkId == running.Id).ToListAsync(cancellationToken))
                {
                    question.BeginAgain();
                }

                running.Start(change.Now, (await change.Db.DeskAsync(cancellationToken)).QuietPeriod);
                change.Audit("recovery.started", Subject(running), new { origin = running.Origin, takenAt = running.TakenAt, quietUntil = running.QuietUntil });
                RecoveryLog.Started(logger, running.TakenAt, running.QuietUntil!.Value);
            }

            return default(Done);
        }, cancellationToken);

        // Another process may have begun it at the same moment: what was committed counts.
        return await store.ReadAsWorkerAsync(db => db.RunningMarkAsync(cancellationToken), cancellationToken) is { StartedAt: not null } begun ? begun : null;
    }

    private static bool MustBegin(RestoreMark mark, DateTimeOffset now) =>
        mark.StartedAt is not { } started || RecoveryRules.IsBegunInTheFuture(started, now);

    private async Task AskAsync(RestoreMark mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ask = new AskRestored(store, questions, askPartner);
        var silences = 0;
        foreach (var caseId in await store.ReadAsWorkerAsync(db => DueAsync(db, mark, now, cancellationToken), cancellationToken))
        {
            try
            {
                silences = await ask.AskAsync(mark, now, caseId, cancellationToken) ? 0 : silences + 1;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                RecoveryLog.ItemFailed(logger, fault);
            }

            if (silences == MostSilences)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Those without any question first; then by their own times, which mean nothing where the clock went back behind the last question.
    /// Sending and queued ones are called off before they are asked about.
    /// </summary>
    private static Task<List<long>> DueAsync(BackOfficeDb db, RestoreMark mark, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Waiting(mark).Where(c => c.State != CaseState.Queued && c.State != CaseState.Sending)
            .GroupJoin(db.Set<RecoveryQuestion>().Where(q => q.MarkId == mark.Id), c => c.Id, q => q.CaseId, (c, asked) => new { c.Id, asked })
            .SelectMany(pair => pair.asked.DefaultIfEmpty(), (pair, question) => new { pair.Id, NextAt = question == null ? null : question.NextAt, AskedAt = question == null ? null : (DateTimeOffset?)question.LastAskedAt })
            .Where(pair => pair.NextAt == null || pair.NextAt <= now || pair.AskedAt > now)
            .OrderBy(pair => pair.NextAt).ThenBy(pair => pair.Id).Select(pair => pair.Id).Take(MostAtOnce).ToListAsync(cancellationToken);

    private Task EndAsync(RestoreMark known, bool isWatched, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var marks = await change.Db.Set<RestoreMark>().Where(m => m.EndedAt == null).ToListAsync(cancellationToken);
            var permits = await change.Db.Set<Attempt>().CountAsync(a => a.State == AttemptState.Planned || a.State == AttemptState.Sending, cancellationToken);
            if (marks.Find(m => m.Id == known.Id && m.Version == known.Version) is not { } mark
                || RecoveryRules.WhyNotOver(change.Now, mark.QuietUntil, isWatched, permits, await change.Db.Waiting(mark).CountAsync(cancellationToken)) is not null)
            {
                return default(Done);
            }

            foreach (var unfinished in marks)
            {
                unfinished.End(change.Now);
            }

            var asked = change.Db.Set<RecoveryQuestion>().Where(q => q.MarkId == mark.Id);
            var (cases, found) = (await asked.CountAsync(cancellationToken), await asked.CountAsync(q => q.HasFound, cancellationToken));
            change.Audit("recovery.ended", Subject(mark), new { takenAt = mark.TakenAt, cases, found });
            RecoveryLog.Ended(logger, mark.TakenAt, cases, found);
            return default(Done);
        }, cancellationToken);

    private async Task<bool> ShowAsync(RestoreMark mark, CancellationToken cancellationToken)
    {
        var view = await store.ReadAsWorkerAsync(db => RecoveryView.ReadAsync(db, cancellationToken), cancellationToken);
        if (view is not { IsRunning: true })
        {
            watch.Show(null);
            return false;
        }

        var watchedUntil = quiet.EndOf(Subject(mark), mark.QuietUntil!.Value - mark.StartedAt!.Value);
        watch.Show(watchedUntil > view.QuietUntil ? view with { Earliest = watchedUntil } : view);
        return true;
    }

    private static string Subject(RestoreMark mark) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"recovery:{mark.Id}");
}
