using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Quoting;

/// <summary>
/// Void, refund and keep side by side, in what the customer gets. Amounts of different currencies are neither added nor compared, and a voucher is
/// no cash. Pure.
/// </summary>
public sealed record Comparison
{
    /// <summary>Always three: void, refund, keep.</summary>
    public required IReadOnlyList<ComparedColumn> Columns { get; init; }

    /// <summary>The order numbers of the extras that any way speaks of, a row each; null where the partner names none.</summary>
    public required IReadOnlyList<string?> Extras { get; init; }

    /// <summary>The way with the most cash; null where there is none, where two return the same, and where they cannot be compared.</summary>
    public ComparedWay? Best => Difference is { Kind: DifferenceKind.More or DifferenceKind.Only, Way: { } way } ? way : null;

    public required ComparedDifference Difference { get; init; }

    /// <param name="agencyFee">Of the office, for any of its cases; null for none.</param>
    public static Comparison Of(ComparedOffer byVoid, ComparedOffer byRefund, Money? agencyFee)
    {
        var extras = new[] { byVoid, byRefund }.SelectMany(o => Keyed(o.Quote)).Select(e => e.Key).Distinct().ToList();
        ComparedColumn[] columns =
        [
            Column(ComparedWay.Void, byVoid, extras, agencyFee),
            Column(ComparedWay.Refund, byRefund, extras, agencyFee),
            new() { Way = ComparedWay.Keep, People = Math.Max(byVoid.People, byRefund.People), Sureness = ComparedSureness.Confirmed, Extras = [.. extras.Select(_ => (Money?)null)] },
        ];
        return new Comparison { Columns = columns, Extras = [.. extras.Select(e => e.OrderNo)], Difference = Differ(columns[0], columns[1]) };
    }

    public ComparedColumn this[ComparedWay way] => Columns.Single(c => c.Way == way);

    /// <summary>The same from when the void is no way any more: its column says why, and nothing is compared with it.</summary>
    public Comparison WithoutVoid(Refusal whyNot)
    {
        var closed = new ComparedColumn { Way = ComparedWay.Void, WhyNot = whyNot, People = this[ComparedWay.Void].People, Sureness = ComparedSureness.Unknown };
        return this with { Columns = [.. Columns.Select(c => c.Way == ComparedWay.Void ? closed : c)], Difference = Differ(closed, this[ComparedWay.Refund]) };
    }

    private static ComparedColumn Column(ComparedWay way, ComparedOffer offer, IReadOnlyList<(string? OrderNo, int Nth)> extras, Money? agencyFee)
    {
        if (offer.Quote is not { } quote || offer.WhyNot is not null)
        {
            return new ComparedColumn { Way = way, WhyNot = offer.WhyNot ?? OrdersRefusals.PartnerSilent, People = offer.People, Sureness = ComparedSureness.Unknown };
        }

        var isCash = quote is { Method: RefundMethod.Cash, Sureness: QuoteSureness.Computed };
        IReadOnlyList<Money> sums = quote.Method == RefundMethod.Voucher ? [] : quote.EstimatedBack;
        var fee = Fee(agencyFee, isCash ? sums : []);
        var backs = Keyed(quote).ToDictionary(e => e.Key, e => e.Extra.Back);
        return new ComparedColumn
        {
            Way = way,
            People = offer.People,
            Fare = quote.FareBack,
            Extras = [.. extras.Select(e => backs.GetValueOrDefault(e))],
            Penalty = quote.Penalty,
            AtlasFee = quote.Fee,
            AgencyFee = fee,
            Gets = isCash ? [.. sums.Select(s => fee?.Taken is { } taken && taken.Currency == s.Currency ? s - taken : s)] : [],
            NoQuote = isCash ? [] : sums,
            Vouchers = quote.Vouchers,
            BesideVoucher = quote.Sureness == QuoteSureness.Computed ? quote.CashBesideVoucher : [],
            How = quote.Method,
            ExpectedOn = quote.ExpectedRefundOn,
            Sureness = Sure(quote, sums),
            Until = offer.Until,
        };
    }

    /// <summary>Not more than there is: nobody pays for getting nothing back.</summary>
    private static ComparedFee? Fee(Money? fee, IReadOnlyList<Money> cash)
    {
        if (fee is not { IsZero: false } amount)
        {
            return null;
        }

        var same = cash.Where(s => s.Currency == amount.Currency).ToList();
        return new ComparedFee(amount, same is [var sum] ? (sum < amount ? sum : amount) : null);
    }

    private static ComparedSureness Sure(PartnerQuote quote, IReadOnlyList<Money> sums)
    {
        var isTold = sums.Count > 0 || quote.Vouchers.Any(v => v.Worth is not null);
        return !isTold ? ComparedSureness.Unknown
            : quote.Sureness == QuoteSureness.CannotQuote || quote.Method == RefundMethod.Other ? ComparedSureness.Guessed
            : ComparedSureness.Estimated;
    }

    private static ComparedDifference Differ(ComparedColumn byVoid, ComparedColumn byRefund)
    {
        ComparedColumn[] cash = [.. new[] { byVoid, byRefund }.Where(c => c.Gets.Count > 0)];
        return cash switch
        {
            [] => new ComparedDifference(DifferenceKind.NoCash, null, []),
            [var one] => Alone(one, one == byVoid ? byRefund : byVoid),
            _ when byVoid.People != byRefund.People => new ComparedDifference(DifferenceKind.People, null, []),
            _ when cash.All(c => c.Gets.All(s => s.IsZero)) => new ComparedDifference(DifferenceKind.Nothing, null, []),
            [{ Gets: [var first] }, { Gets: [var second] }] when first.Currency == second.Currency => Between(first, second),
            _ => new ComparedDifference(DifferenceKind.Currencies, null, []),
        };
    }

    private static ComparedDifference Alone(ComparedColumn one, ComparedColumn other)
    {
        // Silence, a no that is about something else, a guess and an unlisted method are no proof that nothing comes back: only a clear no is, and a
        // voucher is no cash, unless some comes beside it.
        var isKnown = other.WhyNot is { } no ? !OrdersRefusals.LeavesOpen(no) : other is { How: RefundMethod.Voucher, BesideVoucher.Count: 0 };
        return !isKnown ? new ComparedDifference(DifferenceKind.OnlyTold, one.Way, one.Gets)
            : one.Gets.All(s => s.IsZero) ? new ComparedDifference(DifferenceKind.Nothing, one.Way, one.Gets)
            : new ComparedDifference(DifferenceKind.Only, one.Way, one.Gets);
    }

    private static ComparedDifference Between(Money byVoid, Money byRefund) => byVoid.CompareTo(byRefund) switch
    {
        > 0 => new ComparedDifference(DifferenceKind.More, ComparedWay.Void, [byVoid - byRefund]),
        < 0 => new ComparedDifference(DifferenceKind.More, ComparedWay.Refund, [byRefund - byVoid]),
        _ => new ComparedDifference(DifferenceKind.Same, null, [byVoid]),
    };

    /// <summary>Extras by their order number; several of one number, or of none, by their place among those.</summary>
    private static IEnumerable<((string? OrderNo, int Nth) Key, QuotedExtra Extra)> Keyed(PartnerQuote? quote) =>
        (quote?.Extras ?? []).GroupBy(e => e.ExtraOrderNo, StringComparer.Ordinal).SelectMany(g => g.Select((extra, nth) => ((g.Key, nth), extra)));
}
