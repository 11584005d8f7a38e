using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;

namespace BackOffice.Web.Features.Cases;

/// <summary>Which text, meaning and icon a state or a raw status has. Texts are keys of <c>CasesText</c>.</summary>
public static class CaseWords
{
    /// <summary>The key of the word for a case; one that the partner works on says who has it.</summary>
    public static string KeyOf(CaseRow row) => row switch
    {
        { State: CaseState.Following } => KeyOf(row, row.PartnerStatus),
        // The customer's card is no deposit, and AsiaBill is not Atlas.
        { State: CaseState.Refunded, Kind: CaseKind.CardRefund } => "State.Refunded.Card",
        { State: CaseState.Refunded or CaseState.CompletedOnCard, BackTo: RefundTarget.Voucher } => "State.Voucher",
        // What is said of where the money went rests on a quote that named money: a list, which has none, says no more than that it is done.
        { State: CaseState.Refunded } and not { Method: RefundMethod.Cash, BackTo: RefundTarget.Deposit } => "State.Refunded.Any",
        { State: CaseState.CompletedOnCard } and not { Method: RefundMethod.Cash, BackTo: RefundTarget.AgencyCard } => "State.CompletedOnCard.Any",
        _ when IsForAHand(row) => "State.Queued.ByHand",
        _ => $"State.{row.State}",
    };

    /// <summary>The key of the word for a state where cases of every kind are counted or chosen together.</summary>
    public static string KeyOf(CaseState state) => state == CaseState.Refunded ? "State.Refunded.Any" : $"State.{state}";

    /// <summary>Permitted, and nobody sends it: a person has to make it at the partner's.</summary>
    public static bool IsForAHand(CaseRow row) => row is { State: CaseState.Queued, IsByHand: true };

    /// <summary>Nothing can be asked: AsiaBill answers about a number only, and no notice named one.</summary>
    public static bool IsMute(CaseRow row) => row is { Kind: CaseKind.CardRefund, State: CaseState.OutcomeUnknown, HintedRef: null };

    /// <summary>The key of our word for a raw number of the partner's about a case, which may still be to come.</summary>
    public static string KeyOf(CaseRow row, int? status) => PartnerStatusRules.MeaningOf(row.Kind, status, row.Payment) switch
    {
        PartnerStatusMeaning.Unlisted => "Status.Unlisted",
        _ => EndKeyOf(row, status) ?? KindTexts.EachKeyOf(row.Kind, string.Create(CultureInfo.InvariantCulture, $"Status.{status}")),
    };

    public static Meaning MeaningOf(CaseRow row) => IsForAHand(row) ? Meaning.Warn : MeaningOf(row.State, row.Flag is not null);

    public static Meaning MeaningOf(CaseState state, bool hasFlag) => hasFlag ? Meaning.Bad : state switch
    {
        CaseState.Open or CaseState.Withdrawn or CaseState.ClosedByHand => Meaning.Neutral,
        CaseState.Quoted or CaseState.Queued or CaseState.Sending or CaseState.Following => Meaning.Info,
        CaseState.AwaitingApproval or CaseState.ClosedWithoutResult => Meaning.Warn,
        CaseState.OutcomeUnknown or CaseState.Rejected => Meaning.Bad,
        CaseState.Refunded or CaseState.CompletedOnCard => Meaning.Good,
    };

    public static Meaning MeaningOf(int? status, PaymentMethod payment) => PartnerStatusRules.MeaningOf(status, payment) switch
    {
        PartnerStatusMeaning.Open => Meaning.Info,
        PartnerStatusMeaning.Refunded or PartnerStatusMeaning.CompletedOnCard => Meaning.Good,
        PartnerStatusMeaning.ClosedWithoutResult => Meaning.Warn,
        PartnerStatusMeaning.Rejected or PartnerStatusMeaning.Impossible or PartnerStatusMeaning.Unlisted => Meaning.Bad,
    };

    public static string IconOf(CaseRow row) => IsForAHand(row) ? "hand" : IconOf(row.State);

    public static string IconOf(CaseState state) => state switch
    {
        CaseState.Open => "case",
        CaseState.Quoted => "money",
        CaseState.AwaitingApproval => "wait",
        CaseState.Queued or CaseState.Sending => "send",
        CaseState.OutcomeUnknown => "unknown",
        CaseState.Following => "airline",
        CaseState.Refunded => "done-round",
        CaseState.CompletedOnCard => "card",
        CaseState.Rejected => "stop",
        CaseState.ClosedWithoutResult => "alert",
        CaseState.Withdrawn or CaseState.ClosedByHand => "close",
    };

    /// <summary>Atlas's words for a good end are those of one payment each: 2 of the deposit, 5 of the agency's card. Null where they fit.</summary>
    private static string? EndKeyOf(CaseRow row, int? status) => (row.Kind, status, row.BackTo) switch
    {
        (CaseKind.CardRefund, _, _) => null,
        (_, 2 or 5, RefundTarget.Voucher) => "State.Voucher",
        (_, 2, not RefundTarget.Deposit) => "State.Refunded.Any",
        (_, 5, not RefundTarget.AgencyCard) => "State.CompletedOnCard.Any",
        _ => null,
    };
}
