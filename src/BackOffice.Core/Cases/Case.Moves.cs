using BackOffice.Core.Access;
using BackOffice.Core.Orders;

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
            case CaseInput.Promised promised:
                (PromisedOn, Promise) = (promised.On, new CasePromise(promised.On, promised.Said, actor.Name, now));
                break;
            case CaseInput.Claimed:
                SentAt = now;
                break;
            case CaseInput.SendUnknown:
                (UnknownSince, UnknownReason, ClearNothings, Asks) = (now, input.Arguments.Count > 0 ? input.Arguments[0] : null, 0, 0);
                break;
            case CaseInput.SendAccepted accepted:
                Accept(accepted.Progress, now);
                break;
            case CaseInput.PartnerFound found:
                Accept(found.Progress, now);
                break;
            case CaseInput.DecidedSent decided:
                Accept(decided.Progress, now);
                break;
            case CaseInput.RecordedByHand recorded:
                SentAt = now;
                Accept(recorded.Progress, now);
                break;
            case CaseInput.StatusSeen seen:
                See(seen.Progress, now);
                break;
            case CaseInput.DecidedNotSent or CaseInput.SendRefused or CaseInput.Stopped:
                // What was decided on is used up: the next send starts from a fresh quote.
                (QuoteId, Fingerprint, QuotedAt, NextAskAt, Flag) = (null, null, null, null, null);
                break;
        }
    }

    private void Accept(PartnerProgress progress, DateTimeOffset now)
    {
        (AcceptedAt, Asks) = (now, 0);
        See(progress, now);
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
        ActualBack = ActualSums.Of(Subject, Payment, progress) ?? ActualBack;
    }

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
}
