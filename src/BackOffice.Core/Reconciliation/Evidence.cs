using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Reconciliation;

/// <summary>What an answer says about a send of which nobody knows whether it arrived. Pure.</summary>
internal static class Evidence
{
    /// <summary>
    /// True where the partner answered and did not speak of an existing or running submission. It proves only that nothing is
    /// visible yet: the request may still be on its way.
    /// </summary>
    public static bool IsClear(PartnerAnswer<PartnerQuote> quoted) => quoted switch
    {
        PartnerAnswer<PartnerQuote>.Answered => true,
        PartnerAnswer<PartnerQuote>.Refused refused => !SpeaksOfExisting(refused.Refusal) && refused.Refusal.Kind == RefusalKind.Partner,
        _ => false,
    };

    /// <summary>
    /// The partner's case that the unknown send can have made: the one with the very offer that was sent; else, where the partner names no
    /// offers, the only one that no other case of ours follows. Another's offer is another's void, and ours may show itself later; of several
    /// without offers nobody can tell which is ours: then a person must.
    /// </summary>
    public static PartnerProgress? Match(IReadOnlyList<PartnerProgress> voids, string? sentOfferId, IReadOnlyCollection<string> codesOfOtherCases)
    {
        var candidates = voids.Where(v => !codesOfOtherCases.Contains(v.PartnerRef, StringComparer.Ordinal)).ToList();
        return candidates.Find(v => v.OfferId is not null && v.OfferId == sentOfferId) ?? (candidates is [{ OfferId: null } only] ? only : null);
    }

    /// <summary>
    /// The partner's case that a restored, unsent case of ours knows nothing of: a running or successful one first, and where the case is from
    /// before the restore also one that has ended without a result, because that, too, is how it went on.
    /// </summary>
    public static PartnerProgress? MatchRestored(IReadOnlyList<PartnerProgress> voids, IReadOnlyCollection<string> codesOfOtherCases, bool isFromBefore)
    {
        var candidates = voids.Where(v => !codesOfOtherCases.Contains(v.PartnerRef, StringComparer.Ordinal)).ToList();
        return candidates.FirstOrDefault(v => v.Status is not (4 or 6)) ?? (isFromBefore ? candidates.FirstOrDefault() : null);
    }

    /// <summary>The partner spoke of the order. A complaint about our own account is not about any order.</summary>
    public static bool IsReal<T>(PartnerAnswer<T> answer) => answer switch
    {
        PartnerAnswer<T>.Answered => true,
        PartnerAnswer<T>.Refused refused => !refused.Refusal.Is(OrdersRefusals.PartnerAccount),
        _ => false,
    };

    public static string WordOf(PartnerAnswer<IReadOnlyList<PartnerProgress>> queried) => queried switch
    {
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered { Value.Count: 0 } => "none",
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered => "other-void",
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused refused => refused.Refusal.Name,
        PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer silent => silent.Reason,
        _ => "silent",
    };

    public static string WordOf(PartnerAnswer<PartnerQuote> quoted) => quoted switch
    {
        PartnerAnswer<PartnerQuote>.Answered answered => answered.Value.IsPossible ? "still-voidable" : OrdersRefusals.NotVoidable.Name,
        PartnerAnswer<PartnerQuote>.Refused refused => refused.Refusal.Name,
        PartnerAnswer<PartnerQuote>.NoAnswer silent => silent.Reason,
        _ => "silent",
    };

    public static bool SpeaksOfExisting(Refusal refusal) =>
        refusal.Is(OrdersRefusals.AlreadyVoided) || refusal.Is(OrdersRefusals.SubmissionRunning)
        || refusal.Is(OrdersRefusals.AlreadyRefunding) || refusal.Is(OrdersRefusals.RefundClaimExists);
}
