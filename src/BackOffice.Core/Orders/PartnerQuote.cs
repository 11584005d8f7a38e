using System.Text.Json.Serialization;
using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>The partner's answer to "what if this were voided, or refunded, now": a question, it moves nothing.</summary>
public sealed record PartnerQuote
{
    public CaseKind Kind { get; init; }
    public required string OrderNo { get; init; }

    /// <summary>
    /// May be submitted. A void: status 0, <c>isVoidable</c>, an offer id and neither window flag said no. A refund: status 0, <c>isRefundable</c>
    /// and an offer id.
    /// </summary>
    public required bool IsPossible { get; init; }

    /// <summary>Handle for the submission; life unknown, the newest is used. Null where not possible, whatever the partner sent.</summary>
    public string? OfferId { get; init; }

    /// <summary>The customer's payment that is given back; null of voids and refunds.</summary>
    public string? TradeNo { get; init; }
    public required RefundMethod Method { get; init; }
    public string? RawMethod { get; init; }

    /// <summary>How much its amounts are worth.</summary>
    public QuoteSureness Sureness { get; init; }

    /// <summary>Fare and extras bought with the ticket: paid, and estimated back. Null where Atlas gave none (vouchers).</summary>
    public Money? FarePaid { get; init; }
    public Money? FareBack { get; init; }

    /// <summary>The partner's conversion of <see cref="FareBack"/> for reading; never added to anything, never sent.</summary>
    public Money? FareBackShown { get; init; }
    public IReadOnlyList<QuotedExtra> Extras { get; init; } = [];

    /// <summary>In place of cash; empty otherwise.</summary>
    public IReadOnlyList<QuotedVoucher> Vouchers { get; init; } = [];

    /// <summary>Atlas's fee. Whether it is netted or charged apart is not documented: shown beside, not subtracted in silence.</summary>
    public Money? Fee { get; init; }
    public IReadOnlyList<QuotedTicket> Tickets { get; init; } = [];
    public DateOnly? ExpectedConfirmationOn { get; init; }
    public DateOnly? ExpectedRefundOn { get; init; }
    public bool? FastConfirmation { get; init; }
    public VoidWindow? Window { get; init; }

    /// <summary><c>voidDeadline</c> as it came, of whatever shape; in prose of the partner's pages, in no schema.</summary>
    public string? RawDeadline { get; init; }

    /// <summary>The fare's refund rules as the partner writes them, one a line. For reading: they overlap and repeat, nothing is computed from them.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
    public required DateTimeOffset QuotedAt { get; init; }

    /// <summary>The fare comes as a voucher, and has no amount of its own.</summary>
    [JsonIgnore]
    public bool IsVoucherForFare => Method == RefundMethod.Voucher && FareBack is null;

    /// <summary>Every part of what comes back in cash is known. A voucher is in place of the fare, which then has no amount.</summary>
    [JsonIgnore]
    public bool HasEveryPart => (FareBack is not null || Method == RefundMethod.Voucher) && Extras.All(e => e.Back is not null);

    /// <summary>
    /// The whole estimated sum per currency: fare and later extras. Vouchers are not cash and stay apart. Empty where a part of it did not come or could
    /// not be read: what is left would look like a smaller sum.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<Money> EstimatedBack => HasEveryPart
        ? [.. Extras.Select(e => e.Back).Prepend(FareBack).OfType<Money>()
            .GroupBy(m => m.Currency, StringComparer.Ordinal)
            .Select(g => g.Aggregate((a, b) => a + b))]
        : [];

    /// <summary>What comes in cash for the extras where the fare comes as a voucher. Never summed or compared with what the voucher is worth.</summary>
    [JsonIgnore]
    public IReadOnlyList<Money> CashBesideVoucher => IsVoucherForFare ? [.. EstimatedBack.Where(sum => !sum.IsZero)] : [];

    /// <summary>
    /// The one sum that a button can name and a limit can be held against: null where there are several currencies, where the amount is no quote, and
    /// where a part of it could not be read or, beside a voucher, is no cash.
    /// </summary>
    [JsonIgnore]
    public Money? SingleEstimate => FareBack is not null && Sureness == QuoteSureness.Computed && EstimatedBack is [var one] ? one : null;

    /// <summary>What the airline keeps of the fare; null where it cannot be told.</summary>
    [JsonIgnore]
    public Money? Penalty => Sureness == QuoteSureness.Computed && FarePaid is { } paid && FareBack is { } back && paid.Currency == back.Currency ? paid - back : null;
}

public enum RefundMethod
{
    Cash = 0,
    Voucher = 1,

    /// <summary>A method the contract does not list, or none: treated like a voucher, which a person must approve.</summary>
    Other = 2,
}

public enum QuoteSureness
{
    /// <summary>The partner computed it; an estimate all the same.</summary>
    Computed = 0,

    /// <summary>The airline decides: whatever amount stands beside it is not a quote.</summary>
    CannotQuote = 1,
}

/// <summary>A bag or other extra bought after ticketing, with an order number of its own.</summary>
public sealed record QuotedExtra(string? ExtraOrderNo, Money? Paid, Money? Back);

/// <summary>One passenger's ticket in the quote. The per-ticket amounts are undocumented and may be absent.</summary>
public sealed record QuotedTicket(string LastName, string FirstName, string? TicketNo)
{
    public Money? Paid { get; init; }
    public Money? Back { get; init; }
    public Money? Penalty { get; init; }
}

/// <summary>The airline's own money in place of cash.</summary>
/// <param name="Passengers">Names as the partner writes them: <c>LAST/FIRST</c>.</param>
public sealed record QuotedVoucher(string? Airline, Money? Worth, IReadOnlyList<string> Passengers)
{
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public DateOnly? TravelFrom { get; init; }
    public DateOnly? TravelUntil { get; init; }
    public string? Note { get; init; }
}

/// <summary>The window as Atlas wrote it; every part may be missing, units are not documented.</summary>
public sealed record VoidWindow
{
    public bool? SupportVoid { get; init; }
    public bool? AllowVoid { get; init; }
    public string? TimeAfterIssue { get; init; }
    public string? TimeBeforeDeparture { get; init; }
    public string? SameDayDeadlineTime { get; init; }
    public string? SameDayTimezone { get; init; }
}
