namespace BackOffice.Core.Orders;

/// <summary>Where what comes back of a void or refund goes, by how the order was paid and by the quote. Pure.</summary>
public static class RefundTargets
{
    /// <param name="method">Null where there is no quote: then as the payment says.</param>
    public static RefundTarget Of(PaymentMethod payment, RefundMethod? method) => method switch
    {
        RefundMethod.Voucher => RefundTarget.Voucher,
        RefundMethod.Other when payment != PaymentMethod.MerchantOfRecord => RefundTarget.Unknown,
        _ => payment switch
        {
            PaymentMethod.Deposit => RefundTarget.Deposit,
            PaymentMethod.VirtualCard => RefundTarget.AgencyCard,
            PaymentMethod.OwnAirlineAccount => RefundTarget.AirlineAccount,
            PaymentMethod.MerchantOfRecord => RefundTarget.CustomerCard,
            PaymentMethod.Other => RefundTarget.Unknown,
        },
    };
}

public enum RefundTarget
{
    /// <summary>A payment or a method that the contract does not list.</summary>
    Unknown,

    /// <summary>The agency's, at Atlas.</summary>
    Deposit,

    /// <summary>The agency's virtual card that paid.</summary>
    AgencyCard,

    /// <summary>The agency's own, at the airline.</summary>
    AirlineAccount,

    /// <summary>The customer's own card, without the agency: nothing of it is the agency's to give back.</summary>
    CustomerCard,

    /// <summary>The airline's own money for the customer: no money comes back to anybody.</summary>
    Voucher,
}
