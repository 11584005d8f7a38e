using System.Text.Json.Serialization;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Payments;

/// <summary>What of a customer's card payment is to be given back.</summary>
/// <param name="TradeNo">AsiaBill's number of the payment: 22 digits.</param>
/// <param name="Total">What the card was charged.</param>
/// <param name="Amount">In the payment's currency; Atlas knows nothing of either.</param>
public sealed record CardWish(string TradeNo, Money Total, DateOnly PaidOn, Money Amount)
{
    [JsonIgnore]
    public CardPayment Payment => new(Payments.TradeNo.Of(TradeNo), Total, PaidOn);

    /// <summary>What at most one undecided card refund and one permit may be about: the payment.</summary>
    [JsonIgnore]
    public string HoldKey => "payment:" + TradeNo;

    /// <summary>What is decided on, in the shape of a quote: nobody has to be asked what it brings. Pure.</summary>
    public PartnerQuote Quote(string orderNo, DateTimeOffset now) => new()
    {
        Kind = CaseKind.CardRefund, OrderNo = orderNo, IsPossible = true, Method = RefundMethod.Cash, TradeNo = TradeNo, FarePaid = Total, FareBack = Amount, QuotedAt = now,
    };
}
