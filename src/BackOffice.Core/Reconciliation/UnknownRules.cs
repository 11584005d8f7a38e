using BackOffice.Core.Cases;
using BackOffice.Core.Values;

namespace BackOffice.Core.Reconciliation;

/// <summary>When a person may say that an unknown send never arrived. Pure.</summary>
public static class UnknownRules
{
    /// <summary>
    /// Not before the quiet period is over and the partner has answered clearly, several times, that nothing is there; and never while a number that a
    /// notice named waits for its answer.
    /// </summary>
    public static Refusal? WhyNotSentIsTooEarly(
        CaseKind kind, DateTimeOffset now, DateTimeOffset? unknownSince, int clearNothings, TimeSpan quietPeriod, string? hintedRef = null)
    {
        if (hintedRef is not null)
        {
            return CasesRefusals.NumberNamed.With(hintedRef);
        }

        var from = (unknownSince ?? now) + quietPeriod;
        var needed = ClearNothingsNeeded(kind);
        return now < from || clearNothings < needed ? CasesRefusals.StillAsking.With(from, clearNothings, needed) : null;
    }

    /// <summary>AsiaBill cannot be asked about what has no number yet: a person looks there.</summary>
    private static int ClearNothingsNeeded(CaseKind kind) => kind switch
    {
        CaseKind.Void or CaseKind.Refund => PollPlan.ClearNothingsNeeded,
        CaseKind.CardRefund => 0,
    };
}
