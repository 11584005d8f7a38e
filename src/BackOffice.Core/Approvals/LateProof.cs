using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <summary>
/// The partner has what a person took for lost: a reply that came late, or an answer to a question that was still under way. It is never thrown away.
/// </summary>
internal static class LateProof
{
    /// <summary>Of both partners, and what it is until they have been asked.</summary>
    private const int UnderWay = 0;

    /// <summary>
    /// Counts the permit as given, stops another one of the case, or of the order, that has not gone out, takes back what colleagues are asked to agree to
    /// for the order, and has the case follow where nothing new is on its way.
    /// </summary>
    /// <param name="permit">The one that the proof is about; null where it cannot be told.</param>
    /// <returns>Whether the case follows it now.</returns>
    public static async Task<bool> FollowAsync(Change change, Case found, Attempt? permit, PartnerProgress progress, string raw, CancellationToken cancellationToken)
    {
        if (permit is not null && !await change.Db.Set<Attempt>().AnyAsync(a => a.CaseId == found.Id && a.PartnerRef == progress.PartnerRef, cancellationToken))
        {
            permit.Prove(progress.PartnerRef);
        }

        await StopAsync(change, found, cancellationToken);
        var input = new CaseInput.PartnerFound(progress) { Arguments = CaseInput.Words(progress.PartnerRef, progress.Status), Detail = raw };
        var isFollowed = CaseStates.IsBeforeSending(found.State) && found.Apply(input, change.Actor, change.Now).IsDone(out _, out _);
        if (isFollowed)
        {
            found.AskAt(change.Now + PollPlan.FirstAsk);
            await WaitingRequests.EndAsync(change, found, ApprovalState.Stale, cancellationToken);
        }

        await change.ShowNamedAsync(found, cancellationToken);
        return isFollowed;
    }

    /// <summary>An earlier permit of the case was proved while a later one was out: with that one out of the way the case follows what is there.</summary>
    public static async Task FollowProvedAsync(Change change, Case found, CancellationToken cancellationToken)
    {
        var ofCase = change.Db.Set<Attempt>().Where(a => a.CaseId == found.Id && a.PartnerRef != null && (a.State == AttemptState.Abandoned || a.State == AttemptState.Refused));
        var proved = await ofCase.OrderByDescending(a => a.PlannedAt).Select(a => a.PartnerRef!).FirstOrDefaultAsync(cancellationToken);
        if (proved is not null && !await change.Db.Set<Case>().AnyAsync(c => c.PartnerRef == proved && c.Kind == found.Kind, cancellationToken))
        {
            var isFollowed = await FollowAsync(change, found, permit: null, new PartnerProgress { PartnerRef = proved, Status = UnderWay }, "{}", cancellationToken);
            change.Audit(CaseKinds.TextOf(found.Kind) + ".found", "case:" + found.Number, new { reference = proved, followed = isFollowed });
        }
    }

    /// <summary>
    /// What waits for the sender is called off: of a void or refund also what another case of the order was permitted, of a card refund the case's own,
    /// because of a payment there may be enough left for both. What waits for a person's hand may have been carried out: that stays.
    /// </summary>
    private static async Task StopAsync(Change change, Case found, CancellationToken cancellationToken)
    {
        var (subject, isCard) = (found.HoldKey, found.Kind == CaseKind.CardRefund);
        var planned = await change.Db.Set<Attempt>().AsTracking()
            .Where(a => a.Subject == subject && a.State == AttemptState.Planned && !a.IsByHand && (!isCard || a.CaseId == found.Id)).ToListAsync(cancellationToken);
        var why = CasesRefusals.EarlierSendFound;
        foreach (var permit in planned)
        {
            if (!permit.Cancel(why.Name))
            {
                continue;
            }

            var waiting = permit.CaseId == found.Id ? found : await change.CaseAsync(permit.CaseId, cancellationToken);
            waiting.Apply(new CaseInput.Stopped(StillPossible: false) { Arguments = CaseInput.Words(why, null) }, change.Actor, change.Now);
            waiting.SetRefusal(why);
            change.Audit(CaseKinds.TextOf(waiting.Kind) + ".stopped", "case:" + waiting.Number, new { attempt = permit.Id, why = why.Name });
        }

        if (!isCard)
        {
            await RefuseQuotesAsync(change, found, why, cancellationToken);
        }
    }

    /// <summary>What is not decided yet rests on a quote from before the proof: only a fresh one says what of the order is still to be had.</summary>
    private static async Task RefuseQuotesAsync(Change change, Case found, Refusal why, CancellationToken cancellationToken)
    {
        var order = found.HoldKey;
        var others = await change.Db.Set<Case>()
            .Where(c => c.Holds == order && c.Id != found.Id && (c.State == CaseState.Quoted || c.State == CaseState.AwaitingApproval)).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var id in others)
        {
            var other = await change.CaseAsync(id, cancellationToken);
            other.Apply(new CaseInput.QuoteRefused { Arguments = CaseInput.Words(why, null) }, change.Actor, change.Now);
            other.SetRefusal(why);
            await WaitingRequests.EndAsync(change, other, ApprovalState.Stale, cancellationToken);
        }
    }
}
