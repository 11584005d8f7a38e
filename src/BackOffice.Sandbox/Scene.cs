using BackOffice.Sandbox.Atlas;

namespace BackOffice.Sandbox;

/// <summary>A situation to rehearse, played by one order that can be looked up.</summary>
/// <param name="Key">Stable, in kebab case.</param>
/// <param name="OrderNo">Stable; the same after every reset.</param>
/// <param name="Expectation">What happens to somebody who tries to void it or, where it shows a refund, to refund it.</param>
public sealed record Scene(
    string Key,
    string OrderNo,
    string Title,
    string TitleZh,
    string Expectation,
    string ExpectationZh)
{
    public required string Carrier { get; init; }

    /// <summary>The airline's locator; of the way out where the way back has its own.</summary>
    public string AirlinePnr { get; init; } = "S10" + OrderNo[^3..];

    public string? ReturnPnr { get; init; }

    /// <summary>The order of the extras bought later, if there is one.</summary>
    public string? AncillaryOrderNo { get; init; }

    /// <summary>A second order of extras, if there is one.</summary>
    public string? FurtherAncillaryOrderNo { get; init; }

    /// <summary>The <c>status</c> that the first void quotation answers.</summary>
    public int QuoteStatus { get; init; }

    /// <summary>Whether the first quotation leaves the way open: voidable, with an offer, and no flag against it.</summary>
    public bool IsVoidable { get; init; }

    /// <summary>
    /// The <c>status</c> that the first refund quotation of all passengers together, without a special reason, answers;
    /// null where the scene does not show a refund.
    /// </summary>
    public int? RefundQuoteStatus { get; init; }

    /// <summary>What goes wrong with the first <c>refund.do</c> of the order.</summary>
    internal Fault? FirstRefund { get; init; }

    /// <summary>What goes wrong with the first <c>void.do</c> of the order.</summary>
    internal Fault? FirstSubmission { get; init; }

    /// <summary>How long before the seeding somebody voided the order in the partner's portal.</summary>
    internal TimeSpan? VoidedElsewhereBefore { get; init; }

    /// <summary>The orders of the scene, the one to look up first.</summary>
    internal Func<Seeding, IReadOnlyList<Order>> Seed { get; init; } = static _ => [];
}
