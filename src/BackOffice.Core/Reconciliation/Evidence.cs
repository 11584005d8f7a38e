using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Reconciliation;

/// <summary>What an answer says about a send of which nobody knows whether it arrived. Pure.</summary>
internal static class Evidence
{
    /// <summary>
    /// True where the partner answered and did not speak of an existing or running submission. It proves only that nothing is
    /// visible yet: the request may still be on its way. A complaint about our own account or our own question speaks of no order at all, and of a
    /// code that nobody lists nobody knows what it speaks of.
    /// </summary>
    public static bool IsClear(PartnerAnswer<PartnerQuote> quoted) => quoted switch
    {
        PartnerAnswer<PartnerQuote>.Answered => true,
        PartnerAnswer<PartnerQuote>.Refused refused => !SpeaksOfExisting(refused.Refusal) && !SaysNothing(refused.Refusal) && refused.Refusal.Kind == RefusalKind.Partner,
        _ => false,
    };

    /// <summary>What a list and a quotation, asked for one after the other, say together of an unknown send.</summary>
    public static Heard Hear(
        CaseSubject subject, PartnerAnswer<IReadOnlyList<PartnerProgress>> queried, PartnerAnswer<PartnerQuote> quoted, IReadOnlyCollection<string> codesOfOtherCases)
    {
        var there = ListOf(queried);
        return quoted is PartnerAnswer<PartnerQuote>.Refused no && SpeaksOfExisting(no.Refusal) ? Heard.Something
            : there is null ? Heard.Silence
            : MayHoldOurs(subject, there, codesOfOtherCases) ? Heard.Something
            : IsClear(quoted) ? Heard.Nothing
            : Heard.Silence;
    }

    /// <summary>
    /// What the partner lists, or null where no list came. Atlas's 801 to a question for an order's refunds, "order not found for refund", is taken for an
    /// empty one, as for voids. It proves nothing by itself: for an unknown send a clear quotation, the quiet period and a person stand beside it.
    /// </summary>
    public static IReadOnlyList<PartnerProgress>? ListOf(PartnerAnswer<IReadOnlyList<PartnerProgress>> queried) => queried switch
    {
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered answered => answered.Value,
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused { Code: 801 } no when no.Refusal.Is(OrdersRefusals.OrderUnknown) => [],
        _ => null,
    };

    /// <summary>
    /// The partner's case that the unknown send can have made: the one with the very offer that was sent; else, where the partner names no
    /// offers, the only one that no other case of ours follows, once the quiet period is over: until then ours may not show itself yet, and the
    /// only one is a colleague's in the portal. Another's offer is another's void; of several without offers nobody can tell which is ours: then
    /// a person must.
    /// </summary>
    /// <param name="subject">Of several refunds of an order only those of the same passengers can be ours, where no offer tells.</param>
    public static PartnerProgress? Match(CaseSubject subject, IReadOnlyList<PartnerProgress> there, string? sentOfferId, IReadOnlyCollection<string> codesOfOtherCases, bool isQuietOver)
    {
        var candidates = there.Where(p => !codesOfOtherCases.Contains(p.PartnerRef, StringComparer.Ordinal)).ToList();
        return candidates.Find(p => p.OfferId is not null && p.OfferId == sentOfferId)
            ?? (isQuietOver && candidates.Where(subject.IsAbout).ToList() is [{ OfferId: null } only] ? only : null);
    }

    /// <summary>
    /// One of them may be ours, and nobody can tell yet: no ground for a decision that nothing was sent. A refund that names nobody may be anybody's.
    /// </summary>
    public static bool MayHoldOurs(CaseSubject subject, IReadOnlyList<PartnerProgress> there, IReadOnlyCollection<string> codesOfOtherCases) =>
        subject.Unclaimed(there, codesOfOtherCases).Any(p => p.OfferId is null && !subject.IsOfOthers(p));

    /// <summary>There is a refund that names nobody and that no case of ours follows: it may be of these passengers.</summary>
    public static bool IsUntold(CaseSubject subject, IReadOnlyList<PartnerProgress> there, IReadOnlyCollection<string> codesOfOtherCases) =>
        subject.Unclaimed(there, codesOfOtherCases).Any(p => !subject.IsAbout(p) && !subject.IsOfOthers(p));

    /// <summary>
    /// The partner's case that a restored, unsent case of ours knows nothing of: a running or successful one first, and where the case is from
    /// before the restore also one that has ended without a result, because that, too, is how it went on.
    /// </summary>
    public static PartnerProgress? MatchRestored(CaseSubject subject, IReadOnlyList<PartnerProgress> there, IReadOnlyCollection<string> codesOfOtherCases, bool isFromBefore)
    {
        var candidates = subject.Free(there, codesOfOtherCases);
        return candidates.FirstOrDefault(p => !p.CameToNothing) ?? (isFromBefore ? candidates.FirstOrDefault() : null);
    }

    /// <summary>The partner spoke of the order. A complaint about our own account is not about any order.</summary>
    public static bool IsReal<T>(PartnerAnswer<T> answer) => answer switch
    {
        PartnerAnswer<T>.Answered => true,
        PartnerAnswer<T>.Refused refused => !refused.Refusal.Is(OrdersRefusals.PartnerAccount),
        _ => false,
    };

    /// <summary>The number that was asked about is another payment's refund.</summary>
    public static bool IsAnotherPayments(PartnerAnswer<IReadOnlyList<PartnerProgress>> queried) =>
        queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer { Reason: "other-payment" or "other-refund" };

    public static string WordOf(PartnerAnswer<IReadOnlyList<PartnerProgress>> queried) => queried switch
    {
        _ when ListOf(queried) is { Count: 0 } => "none",
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered => "others",
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused refused => refused.Refusal.Name,
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer silent => silent.Reason,
        _ => "silent",
    };

    public static string WordOf(PartnerAnswer<PartnerQuote> quoted) => quoted switch
    {
        PartnerAnswer<PartnerQuote>.Answered answered => answered.Value is { IsPossible: true } quote ? (quote.Kind == CaseKind.Void ? "still-voidable" : "still-refundable") : NotPossible.Of(answered.Value.Kind).Name,
        PartnerAnswer<PartnerQuote>.Refused refused => refused.Refusal.Name,
        PartnerAnswer<PartnerQuote>.NoAnswer silent => silent.Reason,
        _ => "silent",
    };

    private static bool SaysNothing(Refusal refusal) =>
        refusal.Is(OrdersRefusals.PartnerAccount) || refusal.Is(OrdersRefusals.PartnerRejectedRequest) || refusal.Is(OrdersRefusals.FlightsUnreadable)
        || refusal.Is(OrdersRefusals.UnlistedCode);

    public static bool SpeaksOfExisting(Refusal refusal) =>
        refusal.Is(OrdersRefusals.AlreadyVoided) || refusal.Is(OrdersRefusals.SubmissionRunning)
        || refusal.Is(OrdersRefusals.AlreadyRefunding) || refusal.Is(OrdersRefusals.AlreadyRefunded) || refusal.Is(OrdersRefusals.RefundClaimExists);
}
