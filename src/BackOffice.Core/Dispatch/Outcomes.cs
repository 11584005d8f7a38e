using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Dispatch;

/// <summary>Puts what a call ended in on the permit and on the case, in one change.</summary>
internal static class Outcomes
{
    public static async Task<Outcome<Done>> RecordAsync(Change change, Guid attemptId, long caseId, SendResult result)
    {
        var attempt = await change.PermitAsync(attemptId, CancellationToken.None);
        var found = await change.CaseAsync(caseId, CancellationToken.None);
        if (result is SendResult.Refused no && attempt.NamedRef is not null)
        {
            // A notice has named its number meanwhile: one of the two is wrong, and the number can be asked about.
            result = new SendResult.Unknown(SendResult.Contradiction, no.Raw);
        }

        var (state, reason, answer, code) = result switch
        {
            SendResult.Accepted accepted => (AttemptState.Accepted, null, accepted.Raw, accepted.Progress.PartnerRef),
            SendResult.Refused refused => (AttemptState.Refused, refused.Refusal.Name, refused.Raw, null),
            SendResult.Unknown unknown => (AttemptState.Unknown, unknown.Reason, unknown.Raw, (string?)null),
            _ => throw new InvalidOperationException("A send result that nobody listed."),
        };
        if (state == AttemptState.Unknown && (attempt.State == AttemptState.Unknown || attempt is { State: AttemptState.Abandoned, PartnerRef: null }))
        {
            // Also after a person decided: the number is asked about all the same.
            await NameAsync(change, found, attempt, result);
            return default(Done);
        }

        if (!attempt.Conclude(state, reason, answer, code, change.Now))
        {
            return result is SendResult.Accepted late ? await KeepAsync(change, found, attempt, late) : CasesRefusals.ChangedMeanwhile;
        }

        if (!found.Apply(InputOf(result), change.Actor, change.Now).IsDone(out _, out var refusal))
        {
            return refusal;
        }

        After(found, attempt, result, change.Now);
        await NameAsync(change, found, attempt, result);
        if (result is SendResult.Refused)
        {
            await LateProof.FollowProvedAsync(change, found, CancellationToken.None);
        }

        await change.ShowNamedAsync(found, CancellationToken.None);
        change.Audit(CaseKinds.TextOf(found.Kind) + "." + AttemptStates.TextOf(state), "case:" + found.Number, new { attempt = attemptId, reason, reference = code });
        return default(Done);
    }

    /// <summary>
    /// The permit ended before its reply came: a question found the void, or a person decided. A code in hand is never thrown away: a case from
    /// which nothing new is on its way follows it, and in any case it is on the trail.
    /// </summary>
    private static async Task<Outcome<Done>> KeepAsync(Change change, Case found, Attempt attempt, SendResult.Accepted late)
    {
        if (found.PartnerRef == late.Progress.PartnerRef)
        {
            return default(Done);
        }

        var isFollowed = await LateProof.FollowAsync(change, found, attempt, late.Progress, late.Raw, CancellationToken.None);
        change.Audit(CaseKinds.TextOf(found.Kind) + ".accepted-late", "case:" + found.Number, new { attempt = attempt.Id, reference = late.Progress.PartnerRef, followed = isFollowed });
        return default(Done);
    }

    /// <summary>A number that came without a yes is as good as one in a notice: it is asked about.</summary>
    private static Task NameAsync(Change change, Case found, Attempt attempt, SendResult result) =>
        result is SendResult.Unknown { Named: { } number } && attempt.NamedRef != number ? change.NameAsync(found, attempt, number, CancellationToken.None) : Task.CompletedTask;

    private static CaseInput InputOf(SendResult result) => result switch
    {
        SendResult.Accepted accepted => new CaseInput.SendAccepted(accepted.Progress)
        {
            Arguments = CaseInput.Words(accepted.Progress.PartnerRef, accepted.Progress.Status), Detail = accepted.Raw,
        },
        SendResult.Refused refused => new CaseInput.SendRefused { Arguments = CaseInput.Words(refused.Refusal, refused.Code), Detail = refused.Raw },
        SendResult.Unknown unknown => new CaseInput.SendUnknown { Arguments = CaseInput.Words(unknown.Reason), Detail = unknown.Raw },
        _ => throw new InvalidOperationException("A send result that nobody listed."),
    };

    private static void After(Case found, Attempt attempt, SendResult result, DateTimeOffset now)
    {
        if (result is SendResult.Refused refused)
        {
            found.SetRefusal(refused.Refusal);
            return;
        }

        if (CaseStates.IsFinal(found.State))
        {
            attempt.Conclude(AttemptState.Settled, null, null, null, now);
            return;
        }

        // Unknown is asked about at once; an accepted one by plan.
        if (result is SendResult.Unknown)
        {
            found.AskAboutUnknown(now);
        }
        else
        {
            found.AskAt(now + PollPlan.FirstAsk);
        }
    }
}
