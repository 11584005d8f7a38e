using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;

namespace BackOffice.Web.Features.Cases;

/// <summary>What the form for the customer's leg begins with. What is not known is left empty.</summary>
/// <param name="Amount">What the supplier gives back, where it is in the payment's currency.</param>
public sealed record CardDraft(string TradeNo, Money? Total, DateOnly? PaidOn, Money? Amount);

/// <summary>What the panel of the two legs shows and offers. Pure.</summary>
/// <param name="isRecovering">The database was put back, and not every open case has been asked about yet.</param>
public sealed class LegsPresenter(CaseView view, CaseLegs legs, bool isRecovering = false)
{
    private const string NotSent = "Stand.NotSent";

    public CaseLegs Legs { get; } = legs;

    /// <summary>The page is the supplier's: the customer's leg is prepared from here.</summary>
    public bool IsSuppliers => view.Row.Id == Legs.Supplier.Row.Id;

    /// <summary>The airline gives a voucher: whatever is paid from here is the agency's own money.</summary>
    public bool IsVoucher => Legs.Supplier.Row.BackTo == RefundTarget.Voucher;

    /// <summary>Whether the form stands here for this person: not for a case that came to nothing before anything left the house.</summary>
    public bool MayPrepare => HasPlaceForForm && !IsPaidByCustomer;

    /// <summary>Whether it is said why the form does not stand here: the customer's own card paid, and gets back what comes back.</summary>
    public bool SaysWhyNoForm => HasPlaceForForm && IsPaidByCustomer;

    /// <summary>Why a prepared card refund would have to wait; null where it would not.</summary>
    public Refusal? WhyNotYet => LegRules.WhyNotYet(view.Desk.CustomerPaid, Legs.Supplier.Row.State);

    /// <summary>Whether this person may say what came back on the agency's card.</summary>
    public bool MaySaySeen => IsSuppliers && Legs.Supplier.IsOnCard && view.Rights.May(Permission.WorkCases)
        && (view.Row.State == CaseState.Following || (CaseStates.IsFinal(view.Row.State) && view.Row.State != CaseState.Withdrawn));

    /// <summary>Begins with the payment of an earlier card refund of the case, where there is one.</summary>
    public CardDraft Draft
    {
        get
        {
            var payment = Legs.Customer.Count > 0 ? Legs.Customer[^1].Card : null;
            var back = IsVoucher ? null : Legs.Supplier.CameBack ?? Legs.Supplier.Expected;
            return new CardDraft(payment?.TradeNo ?? "", payment?.Total, payment?.PaidOn, payment is null || payment.Total.Currency == back?.Currency ? back : null);
        }
    }

    /// <summary>The key of the sentence beside the verdict: a customer who has had a part does not wait for all of it.</summary>
    public string VerdictTextKey => Legs.Verdict switch
    {
        LegsVerdict.SupplierOnly when Legs.Customer.Any(l => l.Paid is not null) => "Verdict.SupplierOnly.Part",
        LegsVerdict.CustomerOnly when Legs.Supplier.Row.BackTo == RefundTarget.CustomerCard && LegRules.HasPaid(Legs.Supplier.Row.State) => "Verdict.CustomerOnly.Twice",
        LegsVerdict.NotToAgency when IsVoucher => "Verdict.NotToAgency.Voucher",
        var verdict => $"Verdict.{verdict}.Text",
    };

    public string SupplierStandKey => StandKeyOf(SupplierKeyOf(Legs.Supplier.Row), IsInDoubt(Legs.Supplier.Row));

    public string StandKeyOf(CustomerLegView leg) => StandKeyOf(CustomerKeyOf(leg), IsInDoubt(leg.Row));

    /// <summary>The key of how a leg stands, where nobody may know whether it was sent before the database was put back.</summary>
    public static string StandKeyOf(string key, bool isInDoubt) => isInDoubt && key == NotSent ? "Stand.InDoubt" : key;

    /// <summary>Money that the supplier has not given back and the customer has is the agency's loss.</summary>
    public static Meaning MeaningOf(LegsVerdict verdict) => verdict switch
    {
        LegsVerdict.Open or LegsVerdict.NotToAgency => Meaning.Neutral,
        LegsVerdict.BothClosed => Meaning.Good,
        LegsVerdict.SupplierOnly => Meaning.Warn,
        LegsVerdict.CustomerOnly or LegsVerdict.Mismatch => Meaning.Bad,
    };

    /// <summary>The key of our word for how a leg stands: never one word for both.</summary>
    public static string SupplierKeyOf(CaseRow row) => row.State switch
    {
        CaseState.Open or CaseState.Quoted or CaseState.AwaitingApproval => NotSent,
        CaseState.Queued or CaseState.Sending => "Stand.OnItsWay",
        CaseState.OutcomeUnknown => "Stand.Unknown",
        CaseState.Following => "Stand.Followed",
        CaseState.Refunded or CaseState.CompletedOnCard => DoneKeyOf(row.BackTo),
        CaseState.Rejected => "Stand.Rejected",
        CaseState.ClosedWithoutResult => "Stand.NoResult",
        CaseState.Withdrawn => "Stand.Withdrawn",
        CaseState.ClosedByHand => "Stand.ByHand",
    };

    /// <inheritdoc cref="SupplierKeyOf"/>
    public static string CustomerKeyOf(CustomerLegView leg) => leg.Row.State switch
    {
        CaseState.Queued when leg.Row.IsByHand => "Stand.AwaitsHand",
        CaseState.Refunded => "Stand.Customer.Paid",
        CaseState.Rejected => "Stand.Customer.Failed",
        _ => SupplierKeyOf(leg.Row),
    };

    private static string DoneKeyOf(RefundTarget target) => target switch
    {
        RefundTarget.Deposit => "Stand.Supplier.Paid",
        RefundTarget.AgencyCard => "Stand.Supplier.OnCard",
        var other => $"Stand.Supplier.{other}",
    };

    private bool HasPlaceForForm => IsSuppliers && view.Rights.May(Permission.WorkCases) && view.Row.State != CaseState.Withdrawn
        && (view.Row.SentAt is not null || view.Row.PartnerRef is not null || WhyNotYet is null);

    private bool IsPaidByCustomer => Legs.Supplier.Row.Payment == PaymentMethod.MerchantOfRecord;

    /// <summary>What a leg's last no was is known of the page's own case only.</summary>
    private bool IsInDoubt(CaseRow row) =>
        isRecovering || (row.Id == view.Row.Id && view.LastRefusal is { } no && RecoveryRefusals.LeavesDoubt(no));

    /// <summary>What is wrong with the payment as typed, or null; asked before anything is sent, and again by the use case.</summary>
    public static Refusal? WhyNot(string? tradeNo, string? reason) =>
        TradeNo.Read(tradeNo).Refusal ?? CardRefundBody.WhyNot(reason);
}
