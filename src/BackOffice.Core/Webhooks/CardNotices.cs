using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Webhooks;

/// <summary>
/// Has the card refund asked about that a notice of AsiaBill points at: by AsiaBill's number where one is followed; by our own number where
/// nobody knows yet whether the refund arrived, because then the notice brings the number to ask with: also while the call itself is not answered,
/// and after a person took it for lost or AsiaBill refused it, whatever has become of its case since. Where our books have another number of AsiaBill's
/// for it, one of the two is somebody else's, or there are two refunds: a person has to look. What it says of states and amounts is not read.
/// </summary>
internal static class CardNotices
{
    public static async Task<(string Result, long? CaseId)> AskAsync(Change change, CardNotice? notice, CancellationToken cancellationToken)
    {
        if (notice is null)
        {
            return ("unreadable", null);
        }

        if (!notice.Type.StartsWith("refund.", StringComparison.Ordinal))
        {
            return ("other-event", null);
        }

        if (notice.BatchNo is not { } batchNo)
        {
            return ("unknown-order", null);
        }

        var sent = notice.TrackNo is { } trackNo ? await SentAsync(change.Db, trackNo, cancellationToken) : null;
        if (sent is { Permit.PartnerRef: { } reference } && reference != batchNo)
        {
            change.Touch(sent.Case.Id);
            sent.Case.FlagOtherNumber();
            change.Audit("card.other-number", "case:" + sent.Case.Number, new { attempt = sent.Permit.Id, reference, named = batchNo });
            return ("other-number", sent.Case.Id);
        }

        if (await change.Db.Set<Case>().FirstOrDefaultAsync(c => c.Kind == CaseKind.CardRefund && c.PartnerRef == batchNo, cancellationToken) is { } known)
        {
            known.AskAt(known.State == CaseState.Following ? change.Now : known.NextAskAt);
            return (known.State == CaseState.Following ? "asked" : "not-followed", known.Id);
        }

        if (sent is { Permit.PartnerRef: null })
        {
            await change.NameAsync(sent.Case, sent.Permit, batchNo, cancellationToken);
            return ("asked", sent.Case.Id);
        }

        // Proved after its end, and nobody follows it.
        return (sent is null ? "unknown-order" : "not-followed", sent?.Case.Id);
    }

    /// <summary>The card refund that went out, or may have, under this number of ours, whatever has become of it.</summary>
    private static async Task<Sent?> SentAsync(BackOfficeDb db, string trackNo, CancellationToken cancellationToken)
    {
        var number = trackNo.LastIndexOf('-') is > 0 and var at ? trackNo[..at] : trackNo;
        if (await db.Set<Case>().SingleOrDefaultAsync(c => c.Number == number && c.Kind == CaseKind.CardRefund, cancellationToken) is not { } found)
        {
            return null;
        }

        var permits = await db.Set<Attempt>()
            .Where(a => a.CaseId == found.Id && a.State != AttemptState.Planned && a.State != AttemptState.Cancelled).ToListAsync(cancellationToken);
        return permits.Find(a => CardRefundBody.Read(a.Body)?.TrackNo == trackNo) is { } permit ? new Sent(found, permit) : null;
    }

    private sealed record Sent(Case Case, Attempt Permit);
}
