using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <summary>On whose word a permit rests.</summary>
internal sealed record PermitWord(Guid RequestedById, string RequestedByName, long? ApprovalId);

/// <summary>Writes the one permit, in the transaction of the decision it rests on.</summary>
internal static class Permits
{
    public static async Task<Outcome<Done>> PlanAsync(
        Change change, Case found, CaseQuote quote, PermitWord word, CardConnection connection, CancellationToken cancellationToken)
    {
        if (await CardBooks.WhyNotAsync(change.Db, found, except: null, cancellationToken) is { } no)
        {
            return no;
        }

        if (!(await BodyAsync(change, found, quote, cancellationToken)).IsDone(out var body, out var unusable))
        {
            return unusable;
        }

        // What is planned while sending is off stays a person's, whatever the switch says later: the two must not meet.
        var isByHand = found.Kind == CaseKind.CardRefund && !connection.Sends;
        found.SetByHand(isByHand);
        change.Db.Add(Attempt.Plan(
            Guid.CreateVersion7(change.Now), found.Kind, found.Id, found.OrderNo,
            new Intent(word.RequestedById, word.RequestedByName, word.ApprovalId, quote.Fingerprint, quote.Content.SingleEstimate, body),
            change.Now, found.HoldKey, isByHand));
        return default(Done);
    }

    private static async Task<Outcome<string>> BodyAsync(Change change, Case found, CaseQuote quote, CancellationToken cancellationToken)
    {
        if (found.Card is not { } card)
        {
            return SendBody.Of(found.Kind, found.OrderNo, quote.Content.OfferId!, found.Wish?.DisplayCurrency);
        }

        var earlier = await change.Db.Set<Attempt>().CountAsync(a => a.CaseId == found.Id, cancellationToken);
        var booked = await CardBooks.BookedAsync(change.Db, found.HoldKey, except: null, cancellationToken);
        return CardRefundBody.Of(new CardRefundWords(
            card.Payment.TradeNo, CardRefundRules.TypeOf(card.Payment, booked, card.Amount), card.Amount, found.Reason, found.OrderNo,
            CardRefundBody.TrackNo(found.Number, earlier + 1)));
    }
}
