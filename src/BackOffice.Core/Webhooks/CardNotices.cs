using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Webhooks;

/// <summary>
/// Has the card refund asked about that a notice of AsiaBill points at: by AsiaBill's number where one is followed; by our own number where
/// nobody knows whether the refund arrived, because then the notice brings the number to ask with. What it says of states and amounts is not read.
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

        var cards = change.Db.Set<Case>().Where(c => c.Kind == CaseKind.CardRefund);
        if (notice.BatchNo is { } batchNo)
        {
            if (await cards.FirstOrDefaultAsync(c => c.PartnerRef == batchNo, cancellationToken) is { } known)
            {
                known.AskAt(known.State == CaseState.Following ? change.Now : known.NextAskAt);
                return (known.State == CaseState.Following ? "asked" : "not-followed", known.Id);
            }

            if (notice.TrackNo is { } trackNo && await UnknownAsync(change.Db, trackNo, cancellationToken) is { } unknown)
            {
                unknown.Hint(batchNo, change.Now);
                return ("asked", unknown.Id);
            }
        }

        return ("unknown-order", null);
    }

    /// <summary>The case whose unknown refund went out under this number of ours.</summary>
    private static async Task<Case?> UnknownAsync(BackOfficeDb db, string trackNo, CancellationToken cancellationToken)
    {
        var number = trackNo.LastIndexOf('-') is > 0 and var at ? trackNo[..at] : trackNo;
        var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Number == number && c.Kind == CaseKind.CardRefund && c.State == CaseState.OutcomeUnknown, cancellationToken);
        var body = found is null
            ? null
            : await db.Set<Attempt>().Where(a => a.CaseId == found.Id && a.State == AttemptState.Unknown).Select(a => a.Body).SingleOrDefaultAsync(cancellationToken);
        return body is not null && CardRefundBody.Read(body)?.TrackNo == trackNo ? found : null;
    }
}
