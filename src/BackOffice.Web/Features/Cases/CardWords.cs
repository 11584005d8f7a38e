using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Payments;
using BackOffice.Web.Components.Shared;

namespace BackOffice.Web.Features.Cases;

/// <summary>Which sentence and meaning a card refund's standing has. Texts are keys of <c>LegsText</c>. Pure.</summary>
public static class CardWords
{
    public static string KeyOf(CaseState state, int? status) => state switch
    {
        CaseState.Following => status is { } number && Enum.IsDefined((CardRefundStatus)number)
            ? string.Create(CultureInfo.InvariantCulture, $"Status.{(CardRefundStatus)number}")
            : "Status.Unlisted",
        _ => $"Card.{state}",
    };

    public static Meaning MeaningOf(CaseState state, int? status) => state switch
    {
        CaseState.Following => status is (int)CardRefundStatus.Pending ? Meaning.Info : Meaning.Warn,
        CaseState.Refunded or CaseState.CompletedOnCard => Meaning.Good,
        CaseState.Rejected or CaseState.OutcomeUnknown => Meaning.Bad,
        CaseState.ClosedWithoutResult => Meaning.Warn,
        CaseState.Open or CaseState.Quoted or CaseState.AwaitingApproval or CaseState.Queued or CaseState.Sending => Meaning.Info,
        CaseState.Withdrawn or CaseState.ClosedByHand => Meaning.Neutral,
    };
}
