using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;

namespace BackOffice.Core.Reconciliation;

/// <summary>Calls whose outcome nobody will report any more.</summary>
internal static class LostCalls
{
    /// <summary>Sending → unknown, on the permit and on the case; the questions begin at once.</summary>
    /// <param name="reason">Stable word: <c>lease</c>, <c>process-died</c> or <c>restored</c>.</param>
    public static async Task<Outcome<Done>> MakeUnknownAsync(Change change, Attempt attempt, string reason, CancellationToken cancellationToken)
    {
        var found = await change.CaseAsync(attempt.CaseId, cancellationToken);
        attempt.Conclude(AttemptState.Unknown, reason, null, null, change.Now);
        if (!found.Apply(new CaseInput.SendUnknown { Arguments = CaseInput.Words(reason) }, change.Actor, change.Now).IsDone(out _, out var refusal))
        {
            return refusal;
        }

        found.AskAboutUnknown(change.Now);
        change.Audit(CaseKinds.TextOf(found.Kind) + ".unknown", "case:" + found.Number, new { attempt = attempt.Id, reason });
        return default(Done);
    }
}
