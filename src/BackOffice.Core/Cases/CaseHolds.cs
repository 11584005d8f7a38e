using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What a case keeps to itself. Pure.</summary>
internal static class CaseHolds
{
    public static string? Of(CaseKind kind, string key, CaseState state) => kind switch
    {
        CaseKind.Void => CaseStates.IsFinal(state) ? null : key,
        // The airline may take weeks over one passenger's refund; the others need not wait for it.
        CaseKind.Refund or CaseKind.CardRefund => CaseStates.IsFinal(state) || state == CaseState.Following ? null : key,
    };
}
