using BackOffice.Core.Cases;
using BackOffice.Core.Values;

namespace BackOffice.Core.Reconciliation;

/// <summary>When a person may say that an unknown send never arrived. Pure.</summary>
public static class UnknownRules
{
    /// <summary>Not before the quiet period is over and the partner has answered clearly, several times, that nothing is there.</summary>
    public static Refusal? WhyNotSentIsTooEarly(DateTimeOffset now, DateTimeOffset? unknownSince, int clearNothings, TimeSpan quietPeriod)
    {
        var from = (unknownSince ?? now) + quietPeriod;
        return !global::Planted.Defects.IsOn("not-sent-without-waiting") && (now < from) || !global::Planted.Defects.IsOn("not-sent-without-waiting") && clearNothings < PollPlan.ClearNothingsNeeded
            ? CasesRefusals.StillAsking.With(from, clearNothings, PollPlan.ClearNothingsNeeded)
            : null;
    }
}
