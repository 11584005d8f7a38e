using System.Globalization;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;

namespace Unit.Quoting;

/// <summary>Void, refund and keep side by side, as a table: what came, and what it comes to.</summary>
public sealed class ComparisonTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// What came for void and refund: amounts in cash, <c>voucher</c>, <c>guess</c> with an amount, <c>other</c> with an amount, <c>no</c> for a
    /// refusal, <c>account</c> for one that is about our account, <c>silent</c>. Then the best, the kind of difference, and its sums.
    /// </summary>
    [Theory]
    [InlineData("USD 82.74", "USD 41.54", "", "Void", "More", "USD 41.20")]
    [InlineData("USD 10", "USD 41.54", "", "Refund", "More", "USD 31.54")]
    [InlineData("USD 50", "USD 50", "", "", "Same", "USD 50.00")]
    [InlineData("JPY 8990", "JPY 5000", "", "Void", "More", "JPY 3990")]
    [InlineData("JPY 8990", "USD 80", "", "", "Currencies", "")]
    [InlineData("USD 80 + EUR 10", "USD 80", "", "", "Currencies", "")]
    [InlineData("USD 80 + EUR 10", "no", "", "Void", "Only", "EUR 10.00 USD 80.00")]
    [InlineData("no", "USD 41.54", "", "Refund", "Only", "USD 41.54")]
    [InlineData("USD 41.54", "voucher", "", "Void", "Only", "USD 41.54")]
    [InlineData("silent", "USD 41.54", "", "", "OnlyTold", "USD 41.54")]
    [InlineData("USD 82.74", "silent", "", "", "OnlyTold", "USD 82.74")]
    [InlineData("USD 82.74", "account", "", "", "OnlyTold", "USD 82.74")]
    [InlineData("account", "USD 41.54", "", "", "OnlyTold", "USD 41.54")]
    [InlineData("USD 82.74", "guess USD 90", "", "", "OnlyTold", "USD 82.74")]
    [InlineData("USD 82.74", "other USD 90", "", "", "OnlyTold", "USD 82.74")]
    [InlineData("USD 0", "USD 0", "", "", "Nothing", "")]
    [InlineData("USD 0", "no", "", "", "Nothing", "USD 0.00")]
    [InlineData("USD 0", "USD 5", "", "Refund", "More", "USD 5.00")]
    [InlineData("no", "voucher", "", "", "NoCash", "")]
    [InlineData("no", "no", "", "", "NoCash", "")]
    [InlineData("silent", "guess USD 90", "", "", "NoCash", "")]
    [InlineData("USD 82.74", "USD 41.54", "USD 50", "Void", "More", "USD 32.74")]
    [InlineData("USD 82.74", "USD 41.54", "CNY 50", "Void", "More", "USD 41.20")]
    [InlineData("USD 20", "USD 10", "USD 50", "", "Nothing", "")]
    public void Difference_OfWhatCame_IsTheOneThatIsTrue(string byVoid, string byRefund, string fee, string best, string kind, string sums)
    {
        var comparison = Comparison.Of(Offer(CaseKind.Void, byVoid), Offer(CaseKind.Refund, byRefund), fee.Length == 0 ? null : Sum(fee));

        Assert.Equal(
            (best, kind, sums),
            (comparison.Best?.ToString() ?? "", comparison.Difference.Kind.ToString(), string.Join(' ', comparison.Difference.Sums.Select(s => s.ToString()).Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("USD 82.74", "", "USD 82.74", "", "Estimated", "Cash")]
    [InlineData("USD 82.74", "USD 10", "USD 72.74", "USD 10.00", "Estimated", "Cash")]
    [InlineData("USD 82.74", "CNY 10", "USD 82.74", "beside", "Estimated", "Cash")]
    [InlineData("USD 4 + EUR 10", "USD 10", "EUR 10.00 USD 0.00", "USD 4.00", "Estimated", "Cash")]
    [InlineData("JPY 8990", "JPY 500", "JPY 8490", "JPY 500", "Estimated", "Cash")]
    [InlineData("USD 0", "USD 10", "USD 0.00", "USD 0.00", "Estimated", "Cash")]
    [InlineData("voucher", "USD 10", "", "beside", "Estimated", "Voucher")]
    [InlineData("guess USD 90", "USD 10", "", "beside", "Guessed", "Cash")]
    [InlineData("guess", "USD 10", "", "beside", "Unknown", "Cash")]
    [InlineData("other USD 90", "USD 10", "", "beside", "Guessed", "Other")]
    public void Column_OfAQuote_SaysWhatTheCustomerGets(string quote, string fee, string gets, string taken, string sure, string how)
    {
        var column = Comparison.Of(Offer(CaseKind.Void, "no"), Offer(CaseKind.Refund, quote), fee.Length == 0 ? null : Sum(fee))[ComparedWay.Refund];

        Assert.Equal(
            (gets, taken, sure, how),
            (string.Join(' ', column.Gets.Select(s => s.ToString()).Order(StringComparer.Ordinal)), column.AgencyFee is null ? "" : column.AgencyFee.Taken?.ToString() ?? "beside",
                column.Sureness.ToString(), column.How?.ToString()));
    }

    /// <summary>What can be read of such a sum is not what the customer gets, and no way is better or worse by it.</summary>
    [Theory]
    [InlineData(null, "USD 20")]
    [InlineData("USD 165.48", null)]
    public void Difference_OfASumWithAPartThatCannotBeRead_ComparesNothing(string? fare, string? bag)
    {
        var quote = Quote(CaseKind.Void, "USD 0") with
        {
            FareBack = fare is null ? null : Sum(fare), Extras = [new QuotedExtra("B1", Sum("USD 20"), bag is null ? null : Sum(bag))],
        };

        var comparison = Comparison.Of(new ComparedOffer(quote, null, 1, null), Offer(CaseKind.Refund, "USD 100"), null);

        Assert.Equal((DifferenceKind.OnlyTold, ComparedWay.Refund, null), (comparison.Difference.Kind, comparison.Difference.Way, comparison.Best));
        Assert.Equal((0, ComparedSureness.Unknown), (comparison[ComparedWay.Void].Gets.Count, comparison[ComparedWay.Void].Sureness));
    }

    /// <summary>The bag's money comes in cash where the fare comes as a voucher: it is told, and no way is the only one with cash.</summary>
    [Fact]
    public void Column_OfAVoucherWithCashForABag_TellsBoth_AndIsComparedWithNothing()
    {
        var quote = Quote(CaseKind.Refund, "USD 20") with
        {
            Method = RefundMethod.Voucher, FareBack = null, Extras = [new QuotedExtra("TESTB1", null, Sum("USD 30"))], Vouchers = [new QuotedVoucher("VJ", Sum("USD 80"), [])],
        };

        var comparison = Comparison.Of(Offer(CaseKind.Void, "USD 10"), new ComparedOffer(quote, null, 1, null), null);

        var column = comparison[ComparedWay.Refund];
        Assert.Equal(("USD 30.00", "USD 80.00", 0), (Assert.Single(column.BesideVoucher).ToString(), Assert.Single(column.Vouchers).Worth?.ToString(), column.Gets.Count));
        Assert.Equal((DifferenceKind.OnlyTold, null), (comparison.Difference.Kind, comparison.Best));
    }

    /// <summary>A voucher's worth beside cash, in the same currency: two things for ever.</summary>
    [Fact]
    public void Column_WithCashAndAVoucher_SumsNothing()
    {
        var quote = Quote(CaseKind.Refund, "USD 20") with { Vouchers = [new QuotedVoucher("VJ", Sum("USD 80"), [])] };

        var column = Comparison.Of(Offer(CaseKind.Void, "no"), new ComparedOffer(quote, null, 1, null), null)[ComparedWay.Refund];

        Assert.Equal(("USD 20.00", "USD 80.00"), (Assert.Single(column.Gets).ToString(), Assert.Single(column.Vouchers).Worth?.ToString()));
    }

    [Fact]
    public void Column_OfAGuess_ShowsItsAmountApart()
    {
        var column = Comparison.Of(Offer(CaseKind.Void, "no"), Offer(CaseKind.Refund, "guess USD 90"), null)[ComparedWay.Refund];

        Assert.Equal(("USD 90.00", null), (Assert.Single(column.NoQuote).ToString(), column.Penalty));
    }

    [Fact]
    public void Rows_OfExtras_StandSideBySideByTheirNumber()
    {
        var byVoid = Quote(CaseKind.Void, "USD 80") with { Extras = [new("B1", Sum("USD 20"), Sum("USD 20")), new("B2", Sum("USD 5"), Sum("USD 5"))] };
        var byRefund = Quote(CaseKind.Refund, "USD 40") with { Extras = [new("B2", Sum("USD 5"), Sum("USD 0")), new("B3", Sum("USD 9"), null)] };

        var comparison = Comparison.Of(new ComparedOffer(byVoid, null, 1, null), new ComparedOffer(byRefund, null, 1, null), null);

        Assert.Equal(["B1", "B2", "B3"], comparison.Extras);
        Assert.Equal(["USD 20.00", "USD 5.00", null], comparison[ComparedWay.Void].Extras.Select(e => e?.ToString()));
        Assert.Equal([null, "USD 0.00", null], comparison[ComparedWay.Refund].Extras.Select(e => e?.ToString()));
        Assert.Equal("USD 105.00", string.Join(' ', comparison.Columns.SelectMany(c => c.Gets)));
    }

    /// <summary>The whole order's sum against one passenger's says nothing.</summary>
    [Fact]
    public void Difference_OfDifferentPassengers_ComparesNothing()
    {
        var comparison = Comparison.Of(Offer(CaseKind.Void, "USD 160") with { People = 2 }, Offer(CaseKind.Refund, "USD 40"), null);

        Assert.Equal((DifferenceKind.People, null), (comparison.Difference.Kind, comparison.Best));
    }

    [Fact]
    public void Keep_BringsNothing_AndThatIsCertain()
    {
        var keep = Comparison.Of(Offer(CaseKind.Void, "USD 80"), Offer(CaseKind.Refund, "USD 40"), Sum("USD 10"))[ComparedWay.Keep];

        Assert.Equal((ComparedSureness.Confirmed, 0, null, null), (keep.Sureness, keep.Gets.Count, keep.AgencyFee, keep.How));
    }

    [Fact]
    public void Column_ThatFailed_SaysWhy_AndTheOtherStands()
    {
        var comparison = Comparison.Of(Offer(CaseKind.Void, "silent"), Offer(CaseKind.Refund, "USD 40"), null);

        Assert.Equal(("orders.partner-silent", null), (comparison[ComparedWay.Void].WhyNot?.Name, comparison[ComparedWay.Refund].WhyNot));
        Assert.Equal("USD 40.00", Assert.Single(comparison[ComparedWay.Refund].Gets).ToString());
    }

    private static ComparedOffer Offer(CaseKind kind, string came) => came switch
    {
        "no" => new ComparedOffer(null, OrdersRefusals.WindowClosed, 1, null),
        "silent" => new ComparedOffer(null, OrdersRefusals.PartnerSilent, 1, null),
        "account" => new ComparedOffer(null, OrdersRefusals.PartnerAccount.FromPartner("401"), 1, null),
        _ => new ComparedOffer(Quote(kind, came), null, 1, null),
    };

    private static PartnerQuote Quote(CaseKind kind, string came)
    {
        var words = came.Split(' ', 2);
        var sums = words[0] switch
        {
            "voucher" or "guess" or "other" => words.Length == 1 ? [] : new[] { Sum(words[1]) },
            _ => came.Split(" + ").Select(Sum).ToArray(),
        };
        return new PartnerQuote
        {
            Kind = kind, OrderNo = "TESTA20260801000000001", IsPossible = true, OfferId = "q_1", QuotedAt = Now,
            Method = words[0] switch { "voucher" => RefundMethod.Voucher, "other" => RefundMethod.Other, _ => RefundMethod.Cash },
            Sureness = words[0] == "guess" ? QuoteSureness.CannotQuote : QuoteSureness.Computed,
            FarePaid = sums.Length > 0 ? sums[0] + sums[0] : null,
            FareBack = sums.Length > 0 ? sums[0] : null,
            // More than the fare comes back as an extra of its own.
            Extras = [.. sums.Skip(1).Select(s => new QuotedExtra(null, s, s))],
            Vouchers = words[0] == "voucher" ? [new QuotedVoucher("VJ", Sum("USD 500"), [])] : [],
        };
    }

    private static Money Sum(string text) => text.Split(' ') is [var currency, var number]
        ? Money.From(decimal.Parse(number, CultureInfo.InvariantCulture), currency)!.Value
        : throw new FormatException(text);
}
