using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <summary>A person's decision on the quote that is on a case, made on the very figures that were seen.</summary>
/// <param name="Needed">How many others must agree before it may be sent.</param>
internal sealed record QuoteDecision(Case Case, CaseQuote Quote, DeskSettings Desk, int Needed, string Reason)
{
    /// <summary>Lets the decision happen to the case, where its reason, state, figures, age and time left allow it.</summary>
    /// <param name="happened">The input, with the sum and the reason as its arguments.</param>
    public static async Task<Outcome<QuoteDecision>> TakeAsync(
        Change change, StaffRights rights, string caseNumber, string seenFingerprint, string typedReason,
        Func<IReadOnlyList<string>, CaseInput> happened, CancellationToken cancellationToken)
    {
        if (!Reasons.Read(typedReason).IsDone(out var reason, out var unreadable))
        {
            return unreadable;
        }

        if (!(await change.CaseAsync(caseNumber, cancellationToken)).IsDone(out var found, out var unknown))
        {
            return unknown;
        }

        if (!found.Apply(happened(CaseInput.Words(found.ExpectedBack, reason)), change.Actor, change.Now).IsDone(out _, out var refusal))
        {
            return refusal;
        }

        var desk = await change.Db.DeskAsync(cancellationToken);
        if (SendGate.WhyNot(new SendFacts(change.Now, found.DeadlineAt, found.Fingerprint, seenFingerprint, found.QuotedAt, desk)) is { } no)
        {
            return no;
        }

        var quote = await change.QuoteAsync(found.QuoteId!.Value, cancellationToken);
        return new QuoteDecision(found, quote, desk, await NeededApprovals.OfAsync(change.Db, found, quote.Content, rights, cancellationToken), reason);
    }
}
