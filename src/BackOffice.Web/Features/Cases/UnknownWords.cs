using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>Which text a decision about an unknown outcome has. Texts are keys of <c>CasesText</c>; those of a card refund are keys of <c>LegsText</c>.</summary>
internal static class UnknownWords
{
    /// <summary>What the decision means; closing means the same of every case.</summary>
    public static string TextOf(CaseKind kind, UnknownDecision decision) => decision switch
    {
        UnknownDecision.Sent or UnknownDecision.NotSent when kind != CaseKind.CardRefund => KindTexts.KeyOf(kind, $"Decide.{decision}.Text"),
        UnknownDecision.Sent or UnknownDecision.NotSent or UnknownDecision.Close => $"Decide.{decision}.Text",
    };
}
