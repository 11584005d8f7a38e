namespace BackOffice.Sandbox.Atlas;

/// <summary>What a refund of this order runs into.</summary>
internal sealed record RefundTraits
{
    public RefundTerms Terms { get; init; }

    public bool IsVoucher { get; init; }

    /// <summary>What the airline keeps of a ticket that is given back voluntarily, per traveller.</summary>
    public decimal Penalty { get; init; } = 35;

    /// <summary>The partner's own fee per traveller.</summary>
    public decimal Fee { get; init; } = 2;

    /// <inheritdoc cref="Fee"/>
    public decimal InvoluntaryFee { get; init; } = 3;

    /// <summary>What the airline pays per traveller in the end where no amount could be quoted.</summary>
    public decimal AirlinePays { get; init; }

    /// <summary>The quotation answers this code whatever is asked.</summary>
    public int? QuotationFailsWith { get; init; }

    /// <summary>The amounts of extras bought later come as one object, whatever the switch says.</summary>
    public bool ExtrasAsObject { get; init; }

    public CaseScript Script { get; init; }
}

/// <summary>What is known of a voluntary refund when it is quoted.</summary>
internal enum RefundTerms
{
    /// <summary>The amount.</summary>
    Accurate,

    /// <summary>Nothing: the airline decides.</summary>
    AirlineDecides,

    /// <summary>That there is none.</summary>
    NotRefundable,
}

internal enum RefundReason
{
    Involuntary = 0,
    Voluntary = 1,

    /// <summary>A void, sent through the refund engine.</summary>
    Void = 4,
}
