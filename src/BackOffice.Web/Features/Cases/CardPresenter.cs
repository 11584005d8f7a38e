using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>Who does what is next about a card refund.</summary>
public enum CardWay
{
    /// <summary>The desk sends it once it is permitted.</summary>
    Sent,

    /// <summary>A person makes it at AsiaBill once it is permitted, and records its number.</summary>
    ByHand,
}

/// <summary>What the page of a card refund shows and offers, beside what it has in common with every case. Pure; the use cases decide.</summary>
public sealed class CardPresenter(CasePresenter page)
{
    public CasePresenter Page { get; } = page;

    public CaseView View => Page.View;

    public CardWish Card => View.Card!;

    /// <summary>What was permitted keeps its way; before that it is the way of now.</summary>
    public CardWay Way => IsPermitted ? (View.Row.IsByHand ? CardWay.ByHand : CardWay.Sent) : View.Cards.Sends ? CardWay.Sent : CardWay.ByHand;

    /// <summary>Permitted, and waiting for a person to make it at AsiaBill.</summary>
    public bool IsWaitingForHand => Page.State == CaseState.Queued && View.Row.IsByHand;

    /// <summary>Computed, never asked: AsiaBill takes a whole refund of the whole amount only.</summary>
    public CardRefundType Type => View.CardBook?.Type ?? CardRefundType.Part;

    /// <summary>What our books would leave of the payment; null where it cannot be told.</summary>
    public Money? LeftAfter => View.CardBook is { Left: var left } && left.Currency == Card.Amount.Currency && left >= Card.Amount ? left - Card.Amount : null;

    /// <summary>The warning for an old payment, while it can still be heeded.</summary>
    public CardPaymentAge? Age => CaseStates.IsBeforeSending(Page.State) ? CardRefundRules.WarningOf(Card.Payment, Today) : null;

    /// <summary>Why it cannot be permitted now: the supplier's leg, or our books.</summary>
    public Refusal? WhyNotYet => View.CardBook?.WhyNot;

    /// <summary>Why this person cannot record the number now, or null.</summary>
    public Refusal? WhyNotRecord => !Page.MayWork ? AccessRefusals.NotAllowed.With(nameof(Permission.WorkCases)) : IsWaitingForHand ? null : CasesRefusals.NotByHand;

    /// <summary>AsiaBill cannot be asked: there is no number, not even one that a notice named.</summary>
    public bool IsMute => CaseWords.IsMute(View.Row);

    private bool IsPermitted => Page.IsBeyondAsking;

    private DateOnly Today => DateOnly.FromDateTime(View.Now.UtcDateTime);
}
