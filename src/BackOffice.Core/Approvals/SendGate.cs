using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <summary>What is known at the moment a send is decided on.</summary>
/// <param name="SeenFingerprint">What the person, or the permit, decided on.</param>
public sealed record SendFacts(
    DateTimeOffset Now, DateTimeOffset? DeadlineAt, string? CaseFingerprint, string SeenFingerprint, DateTimeOffset? QuotedAt, DeskSettings Desk);

/// <summary>Whether the figures and the time allow a send. Pure; who may is asked of <see cref="ApprovalRules"/>.</summary>
public static class SendGate
{
    /// <summary>Why nothing may be decided on this quote now, or null.</summary>
    public static Refusal? WhyNot(SendFacts facts)
    {
        if (facts.CaseFingerprint is null || facts.QuotedAt is not { } quotedAt)
        {
            return CasesRefusals.NoQuote;
        }

        if (facts.CaseFingerprint != facts.SeenFingerprint)
        {
            return CasesRefusals.FiguresChanged;
        }

        if (WhyTooLate(facts.Now, facts.DeadlineAt, facts.Desk.SafetyMargin) is { } late)
        {
            return late;
        }

        // A quote from the future is a clock that jumped: as good as no quote.
        var age = facts.Now - quotedAt;
        return age > facts.Desk.QuoteGoodFor || age < -facts.Desk.QuoteGoodFor ? CasesRefusals.QuoteTooOld : null;
    }

    /// <summary>Too late from the deadline less the margin on; never where no deadline is known.</summary>
    public static Refusal? WhyTooLate(DateTimeOffset now, DateTimeOffset? deadline, TimeSpan margin) =>
        deadline is { } at && now >= at - margin ? CasesRefusals.TooLate : null;

    /// <summary>The very same people and figures that permitted it, asked again with their rights of now.</summary>
    public static Refusal? WhyAuthorityGone(StaffRights? requester, IReadOnlyList<StaffRights> yes, Money? amount, int needed, bool wasApproved) =>
        requester is null || !requester.May(Permission.WorkCases) ? CasesRefusals.AuthorityGone
        : wasApproved && !ApprovalRules.StillCarries(yes, requester.UserId, amount, needed) ? CasesRefusals.AuthorityGone
        : !wasApproved && needed > 0 ? CasesRefusals.AuthorityGone
        : null;
}
