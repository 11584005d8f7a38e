using BackOffice.Core.Access;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What each input leaves on the case.</summary>
public sealed partial class Case
{
    private void Note(CaseInput input, Actor actor, DateTimeOffset now)
    {
        switch (input)
        {
            case CaseInput.Taken:
                (OwnerId, OwnerName) = (actor.Id, actor.Name);
                break;
            case CaseInput.Claimed:
                SentAt = now;
                break;
            case CaseInput.SendUnknown:
                (UnknownSince, UnknownReason, ClearNothings, Asks) = (now, input.Arguments.Count > 0 ? input.Arguments[0] : null, 0, 0);
                break;
            case CaseInput.SendAccepted accepted:
                AcceptedAt = now;
                Asks = 0;
                See(accepted.Progress, now);
                break;
            case CaseInput.PartnerFound found:
                AcceptedAt = now;
                Asks = 0;
                See(found.Progress, now);
                break;
            case CaseInput.DecidedSent decided:
                AcceptedAt = now;
                Asks = 0;
                See(decided.Progress, now);
                break;
            case CaseInput.RecordedByHand recorded:
                (SentAt, AcceptedAt) = (now, now);
                Asks = 0;
                See(recorded.Progress, now);
                break;
            case CaseInput.StatusSeen seen:
                See(seen.Progress, now);
                break;
            case CaseInput.DecidedNotSent or CaseInput.SendRefused or CaseInput.Stopped:
                // What was decided on is used up: the next send starts from a fresh quote.
                (QuoteId, Fingerprint, QuotedAt, NextAskAt) = (null, null, null, null);
                break;
        }
    }

    private void See(PartnerProgress progress, DateTimeOffset now)
    {
        PartnerRef = progress.PartnerRef;
        if (PartnerStatus != progress.Status)
        {
            (PartnerStatus, PartnerStatusAt) = (progress.Status, now);
        }

        CancelReason = string.IsNullOrWhiteSpace(progress.CancelReason) ? CancelReason : progress.CancelReason;
        ExpectedRefundOn = progress.ExpectedRefundOn ?? ExpectedRefundOn;
        ActualBack = ActualOf(progress) ?? ActualBack;
    }

    /// <summary>A zero before a final state is a placeholder of the partner's, not an amount.</summary>
    private Money? ActualOf(PartnerProgress progress) => Card is not null
        ? PartnerStatusRules.MeaningOf(Kind, progress.Status, Payment) == PartnerStatusMeaning.Refunded ? Card.Amount : null
        : progress.ActualBack is { } actual && (!actual.IsZero || PartnerStatusRules.IsFinal(PartnerStatusRules.MeaningOf(progress.Status, Payment))) ? actual : null;

    private void Write(CaseInput input, Actor actor, DateTimeOffset now)
    {
        timeline.Add(new TimelineEntry
        {
            At = now, ActorId = actor.Id, ActorName = actor.Name, Kind = input.Kind, Arguments = input.Arguments, Detail = input.Detail,
            DeadlineLeft = DeadlineAt is { } deadline && CaseStates.IsBeforeSending(State) ? deadline - now : null,
        });
        ChangedAt = now;
        Version++;
    }

    private static string RouteOf(OrderSnapshot order)
    {
        var outbound = order.Segments.Where(s => !s.IsReturn).ToList();
        if (outbound.Count == 0)
        {
            return "";
        }

        var arrow = order.Segments.Any(s => s.IsReturn) ? " ⇄ " : " → ";
        return outbound[0].DepartureAirport + arrow + outbound[^1].ArrivalAirport;
    }
}
