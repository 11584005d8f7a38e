using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Quoting;

/// <summary>What can be done with a booking.</summary>
public enum ComparedWay
{
    Void,
    Refund,
    Keep,
}

/// <summary>How much the sum of a way is worth.</summary>
public enum ComparedSureness
{
    /// <summary>It is so: who keeps the booking gets nothing back.</summary>
    Confirmed,

    /// <summary>The partner computed it; the airline's own decision may differ.</summary>
    Estimated,

    /// <summary>An amount stands there, but the airline decides, or nobody knows how it would be paid.</summary>
    Guessed,

    /// <summary>Nobody names an amount.</summary>
    Unknown,
}

/// <summary>The agency's own fee against one way.</summary>
/// <param name="Taken">
/// What was taken off the sum, at most the sum itself. Null where nothing was: another currency, or nothing that comes in cash.
/// </param>
public sealed record ComparedFee(Money Amount, Money? Taken);

/// <summary>One way, as the customer would meet it.</summary>
public sealed record ComparedColumn
{
    public required ComparedWay Way { get; init; }

    /// <summary>Why there is nothing to show; null where there is.</summary>
    public Refusal? WhyNot { get; init; }

    /// <summary>How many passengers it is about.</summary>
    public int People { get; init; }

    /// <summary>Back for the fare and the extras that were bought with it.</summary>
    public Money? Fare { get; init; }

    /// <summary>Back for each extra, in the order of <see cref="Comparison.Extras"/>; null where the partner names nothing.</summary>
    public IReadOnlyList<Money?> Extras { get; init; } = [];

    /// <summary>What the airline keeps of the fare.</summary>
    public Money? Penalty { get; init; }

    /// <summary>Atlas's fee: shown beside and never taken off, because nobody documents whether it is in the sums already.</summary>
    public Money? AtlasFee { get; init; }
    public ComparedFee? AgencyFee { get; init; }

    /// <summary>Cash for the customer that the partner computed, one sum a currency, the agency's fee taken off.</summary>
    public IReadOnlyList<Money> Gets { get; init; } = [];

    /// <summary>Amounts that came and are no quote: the airline decides, or the method is not one that is listed.</summary>
    public IReadOnlyList<Money> NoQuote { get; init; } = [];

    /// <summary>In place of cash, never summed with it.</summary>
    public IReadOnlyList<QuotedVoucher> Vouchers { get; init; } = [];

    /// <summary>Cash for the extras where the fare comes as a voucher: told, and compared with nothing, for what the voucher is worth is missing in it.</summary>
    public IReadOnlyList<Money> BesideVoucher { get; init; } = [];

    /// <summary>Null where nothing comes back.</summary>
    public RefundMethod? How { get; init; }
    public DateOnly? ExpectedOn { get; init; }
    public ComparedSureness Sureness { get; init; }
    public Deadline? Until { get; init; }
}

public enum DifferenceKind
{
    /// <summary>One way returns more cash than the other.</summary>
    More,

    /// <summary>Both return the same cash.</summary>
    Same,

    /// <summary>One way returns cash; the other certainly returns none.</summary>
    Only,

    /// <summary>One way returns cash; of the other nobody knows.</summary>
    OnlyTold,

    /// <summary>The ways return cash in several currencies.</summary>
    Currencies,

    /// <summary>The ways are not about the same passengers.</summary>
    People,

    /// <summary>Atlas names a sum, and it is nothing.</summary>
    Nothing,

    /// <summary>No way has a cash sum that can be told.</summary>
    NoCash,
}

/// <summary>What the columns come to, for one sentence.</summary>
/// <param name="Way">The way that the sentence begins with; null where it speaks of both.</param>
/// <param name="Sums">By how much more, or what comes back.</param>
public sealed record ComparedDifference(DifferenceKind Kind, ComparedWay? Way, IReadOnlyList<Money> Sums);
