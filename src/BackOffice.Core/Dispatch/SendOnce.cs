using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Dispatch;

/// <summary>
/// Carries one permit out: fresh quote → claim with the exact body, committed → one call → outcome, committed. Whatever happens in between,
/// the permit never becomes sendable again. The only class that holds the ports that move money.
/// </summary>
public sealed class SendOnce(
    Store store, CaseQuestions questions, IAtlasSends sends, ICardRefundSends cardSends, RunningProcesses processes, TimeProvider clock, IOptions<DispatchOptions> options, ILogger<SendOnce> logger)
{
    private const int QuickTries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private static readonly PreparedQuery<Func<BackOfficeDb, Guid, CancellationToken, Task<Planned?>>> ById = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, Guid id, CancellationToken cancellationToken) => db.Set<Attempt>().AsNoTracking().Where(a => a.Id == id && a.State == AttemptState.Planned && !a.IsByHand)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new Planned(c.Id, c.Number, new CaseSubject(c.Kind, c.Order, c.Wish, c.Card), a.Fingerprint, a.Body, c.DeadlineAt))
            .SingleOrDefault()));

    /// <summary>True where the permit is done with; false where the partner could not be asked and it is to be tried again.</summary>
    /// <param name="cancellationToken">Ends the preparation only; a call that has begun runs to its end.</param>
    public async Task<bool> ExecuteAsync(Guid attemptId, CancellationToken cancellationToken)
    {
        var (planned, desk) = await store.ReadAsWorkerAsync(
            async db => (await ById.For(db)(db, attemptId, cancellationToken), await db.DeskAsync(cancellationToken)), cancellationToken);
        if (planned is null)
        {
            return true;
        }

        if (SendGate.WhyTooLate(clock.GetUtcNow(), planned.DeadlineAt, desk.SafetyMargin) is { } late)
        {
            await StopAsync(attemptId, planned.CaseId, late, fresh: null, cancellationToken);
            return true;
        }

        switch (await questions.QuoteAsync(planned.Subject, cancellationToken))
        {
            case PartnerAnswer<PartnerQuote>.Refused refused:
                await StopAsync(attemptId, planned.CaseId, refused.Refusal, fresh: null, cancellationToken);
                return true;
            case PartnerAnswer<PartnerQuote>.Answered { Value.IsPossible: false }:
                await StopAsync(attemptId, planned.CaseId, NotPossible.Of(planned.Subject.Kind), fresh: null, cancellationToken);
                return true;
            case PartnerAnswer<PartnerQuote>.Answered fresh when QuoteFingerprint.Of(fresh.Value) != planned.Fingerprint:
                await StopAsync(attemptId, planned.CaseId, CasesRefusals.FiguresChanged, fresh, cancellationToken);
                return true;
            case PartnerAnswer<PartnerQuote>.Answered fresh:
                await SendAsync(attemptId, planned, fresh, cancellationToken);
                return true;
            default:
                DispatchLog.CouldNotAsk(logger, planned.CaseNumber);
                return false;
        }
    }

    private async Task SendAsync(Guid attemptId, Planned planned, PartnerAnswer<PartnerQuote>.Answered fresh, CancellationToken cancellationToken)
    {
        var subject = planned.Subject;
        // A card refund carries its own number from the decision on; only Atlas mints something new with each quote.
        var body = subject.Card is null ? SendBody.Of(subject.Kind, subject.Order.OrderNo, fresh.Value.OfferId!, subject.Wish?.DisplayCurrency) : planned.Body;
        var term = CallTerm.Begin(clock, options.Value.Lease);
        var claimed = await ClaimAsync(attemptId, planned.CaseId, body, fresh, cancellationToken);
        if (!claimed.IsDone(out _, out var refusal))
        {
            // A changed case is looked at again in the next round; a lost authority or window ends the permit here.
            DispatchLog.NotClaimed(logger, planned.CaseNumber, refusal.Name);
            if (!refusal.Is(CasesRefusals.ChangedMeanwhile))
            {
                await StopAsync(attemptId, planned.CaseId, refusal, fresh, cancellationToken);
            }

            return;
        }

        DispatchLog.Sending(logger, planned.CaseNumber, attemptId);
        var result = await (subject.Kind switch
        {
            CaseKind.Void => sends.SendVoidAsync(subject.OrderNo, body, term, CancellationToken.None),
            CaseKind.Refund => sends.SendRefundAsync(subject.OrderNo, body, term, CancellationToken.None),
            CaseKind.CardRefund => cardSends.SendRefundAsync(new CardRefundCall(subject.Card!.Payment.TradeNo, RequestIdOf(attemptId), body), term, CancellationToken.None),
        });
        DispatchLog.Answered(logger, planned.CaseNumber, attemptId, result.GetType().Name);
        await RecordAsync(attemptId, planned, result, cancellationToken);
    }

    /// <summary>The commit point: after it the call is made, before it nothing has left the house.</summary>
    private Task<Outcome<Done>> ClaimAsync(
        Guid attemptId, long caseId, string body, PartnerAnswer<PartnerQuote>.Answered fresh, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            if (await RestoreGate.WhyHeldAsync(change.Db, cancellationToken) is { } held)
            {
                return held;
            }

            var attempt = await change.PermitAsync(attemptId, cancellationToken);
            var found = await change.CaseAsync(caseId, cancellationToken);
            var desk = await change.Db.DeskAsync(cancellationToken);
            var deadline = QuoteDeadline.Of(fresh.Value, found.Order).At ?? found.DeadlineAt;
            if (SendGate.WhyTooLate(change.Now, Earlier(deadline, found.DeadlineAt), desk.SafetyMargin) is { } late)
            {
                return late;
            }

            if (await Authority.WhyGoneAsync(change.Db, attempt, fresh.Value, cancellationToken) is { } gone)
            {
                return gone;
            }

            if (await CardBooks.WhyNotAsync(change.Db, found, except: attemptId, cancellationToken) is { } spent)
            {
                return spent;
            }

            if (!attempt.Claim(processes.Self.ToString(), body, change.Now, options.Value.Lease))
            {
                return CasesRefusals.ChangedMeanwhile;
            }

            var input = new CaseInput.Claimed { Arguments = CaseInput.Words(attempt.Amount), Detail = body };
            if (!found.Apply(input, change.Actor, change.Now).IsDone(out _, out var refusal))
            {
                return refusal;
            }

            change.Audit(CaseKinds.TextOf(found.Kind) + ".sending", "case:" + found.Number, new { attempt = attemptId, body = attempt.BodyHash, requestedBy = attempt.RequestedById });
            return default(Done);
        }, cancellationToken);

    /// <summary>
    /// What the partner said is in this process alone until it is stored, and of a card refund nobody can ask for it: while the database does not
    /// take it, it is kept and tried again.
    /// </summary>
    /// <param name="stopping">The program ends: one more try, and then the lease makes of it what it can.</param>
    private async Task RecordAsync(Guid attemptId, Planned planned, SendResult result, CancellationToken stopping)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var recorded = await store.ChangeAsWorkerAsync<Done>(change => Outcomes.RecordAsync(change, attemptId, planned.CaseId, result), CancellationToken.None);
                if (recorded.IsDone(out _, out var refusal))
                {
                    return;
                }

                DispatchLog.NotRecorded(logger, planned.CaseNumber, refusal.Name, CodeOf(result));
                if (tries >= QuickTries)
                {
                    // The lease ends this in "unknown", and the questions after it find the code again.
                    return;
                }
            }
            catch (Exception fault) when (fault is not OutOfMemoryException && (tries < QuickTries || !stopping.IsCancellationRequested))
            {
                DispatchLog.RecordFailed(logger, fault, planned.CaseNumber, CodeOf(result));
            }

            if (tries >= QuickTries)
            {
                await PauseAsync(tries - QuickTries, stopping);
            }
        }
    }

    private async Task PauseAsync(int pauses, CancellationToken stopping)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, pauses), LongestPause.TotalSeconds));
        await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task<Outcome<Done>> StopAsync(
        Guid attemptId, long caseId, Refusal why, PartnerAnswer<PartnerQuote>.Answered? fresh, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var attempt = await change.PermitAsync(attemptId, cancellationToken);
            var found = await change.CaseAsync(caseId, cancellationToken);
            var input = new CaseInput.Stopped(fresh is not null) { Arguments = CaseInput.Words(why, why.PartnerCode), Detail = fresh?.Raw };
            if (!attempt.Cancel(why.Name) || !found.Apply(input, change.Actor, change.Now).IsDone(out _, out _))
            {
                return CasesRefusals.ChangedMeanwhile;
            }

            if (fresh is not null)
            {
                var quote = await QuoteRecords.AddAsync(change, found, fresh, cancellationToken);
                found.SetQuote(quote, quote.Deadline);
            }

            found.SetRefusal(why);
            change.Audit(CaseKinds.TextOf(found.Kind) + ".stopped", "case:" + found.Number, new { attempt = attemptId, why = why.Name });
            return default(Done);
        }, cancellationToken);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } a && other is { } b ? (a < b ? a : b) : one ?? other;

    /// <summary>AsiaBill knows a request by it for half an hour; the permit's own id is new with every permit and stored before the call.</summary>
    private static string RequestIdOf(Guid attemptId) => attemptId.ToString("D").ToUpperInvariant();

    private static string CodeOf(SendResult result) => result is SendResult.Accepted accepted ? accepted.Progress.PartnerRef : "–";

    private sealed record Planned(long CaseId, string CaseNumber, CaseSubject Subject, string Fingerprint, string Body, DateTimeOffset? DeadlineAt);
}
