using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Cases;

public sealed class QuoteFingerprintTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly PartnerQuote Usual = new()
    {
        OrderNo = "TESTA20260801000000007", IsPossible = true, OfferId = "offer-1", Method = RefundMethod.Cash, RawMethod = "CashBackToOriginalPayment",
        FarePaid = Usd(14118), FareBack = Usd(14118), Fee = Usd(400), QuotedAt = new DateTimeOffset(2026, 9, 1, 3, 0, 0, TimeSpan.Zero),
        Extras = [new QuotedExtra("TESTB20260801000000007", Usd(5011), Usd(5011)), new QuotedExtra(null, Usd(900), null)],
        Tickets =
        [
            new QuotedTicket("SAMPLE", "GRACE", "111") { Paid = Usd(7059), Back = Usd(7059), Penalty = Usd(0) },
            new QuotedTicket("SAMPLE", "HUGO", "222") { Paid = Usd(7059), Back = Usd(7059) },
        ],
    };

    /// <summary>Each is one thing that a person looked at before deciding.</summary>
    public static TheoryData<string> Figures { get; } = [.. Changes.Keys];

    private static Dictionary<string, Func<PartnerQuote, PartnerQuote>> Changes => new(StringComparer.Ordinal)
    {
        ["order"] = q => q with { OrderNo = "TESTA20260801000000008" },
        ["voidable"] = q => q with { IsPossible = false },
        ["method"] = q => q with { Method = RefundMethod.Voucher },
        ["unlisted method"] = q => q with { Method = RefundMethod.Other, RawMethod = "Cash" },
        ["fare paid"] = q => q with { FarePaid = Usd(14119) },
        ["fare back"] = q => q with { FareBack = Usd(14117) },
        ["no fare back"] = q => q with { FareBack = null },
        ["currency of the fare"] = q => q with { FareBack = new Money(14118, "EUR") },
        ["fee"] = q => q with { Fee = Usd(401) },
        ["no fee"] = q => q with { Fee = null },
        ["fee of nothing"] = q => q with { Fee = Usd(0) },
        ["extra less"] = q => q with { Extras = [q.Extras[0]] },
        ["extra back"] = q => q with { Extras = [q.Extras[0] with { Back = Usd(0) }, q.Extras[1]] },
        ["extra paid"] = q => q with { Extras = [q.Extras[0] with { Paid = Usd(5012) }, q.Extras[1]] },
        ["extra's number"] = q => q with { Extras = [q.Extras[0] with { ExtraOrderNo = "TESTB20260801000000008" }, q.Extras[1]] },
        ["extra twice"] = q => q with { Extras = [.. q.Extras, q.Extras[0]] },
        ["ticket less"] = q => q with { Tickets = [q.Tickets[0]] },
        ["ticket's back"] = q => q with { Tickets = [q.Tickets[0], q.Tickets[1] with { Back = Usd(7000) }] },
        ["ticket's paid"] = q => q with { Tickets = [q.Tickets[0], q.Tickets[1] with { Paid = Usd(7000) }] },
        ["ticket's penalty"] = q => q with { Tickets = [q.Tickets[0] with { Penalty = Usd(1) }, q.Tickets[1]] },
        ["ticket's number"] = q => q with { Tickets = [q.Tickets[0] with { TicketNo = "333" }, q.Tickets[1]] },
        ["last name"] = q => q with { Tickets = [q.Tickets[0] with { LastName = "SAMPLER" }, q.Tickets[1]] },
        ["names run together"] = q => q with { Tickets = [q.Tickets[0] with { LastName = "SAMPLEG", FirstName = "RACE" }, q.Tickets[1]] },
        ["amounts swapped between people"] = q => q with { Tickets = [q.Tickets[0] with { Penalty = null }, q.Tickets[1] with { Penalty = Usd(0) }] },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Fingerprint_WhenAFigureDiffers_Differs(string figure) =>
        Assert.NotEqual(QuoteFingerprint.Of(Usual), QuoteFingerprint.Of(Changes[figure](Usual)));

    /// <summary>What every quote brings anew, or the partner only guesses, is no reason to ask people again.</summary>
    [Fact]
    public void Fingerprint_WhenOnlyTheOfferAndGuessesDiffer_IsTheSame()
    {
        var other = Usual with
        {
            OfferId = "offer-2", QuotedAt = Usual.QuotedAt.AddHours(1), RawMethod = "CASH_BACK_TO_ORIGINAL_PAYMENT", FastConfirmation = true,
            ExpectedConfirmationOn = new DateOnly(2026, 9, 2), ExpectedRefundOn = new DateOnly(2026, 9, 20),
        };

        Assert.Equal(QuoteFingerprint.Of(Usual), QuoteFingerprint.Of(other));
    }

    /// <summary>Permits and requests in the database were decided on it: another form of it would call all of them off.</summary>
    [Fact]
    public void Fingerprint_Stored_IsStable() =>
        Assert.Equal("0a102c1d0f6bd2642132d0be91ed973f19597d47c95a1f063999fd591553b5bf", QuoteFingerprint.Of(Usual));

    [Fact]
    public void Fingerprint_OverAnyOrderOfTicketsAndExtras_IsTheSame() => Check.One(
        Often,
        Prop.ForAll(Arb.From(Quotes()), Arb.From(Gen.Choose(0, int.MaxValue)), (quote, seed) =>
        {
            var random = new Random(seed);
            var shuffled = quote with { Tickets = [.. quote.Tickets.OrderBy(_ => random.Next())], Extras = [.. quote.Extras.OrderBy(_ => random.Next())] };
            return QuoteFingerprint.Of(quote) == QuoteFingerprint.Of(shuffled);
        }));

    [Fact]
    public void Fingerprint_OverAnyChangedAmount_Differs() => Check.One(
        Often,
        Prop.ForAll(Arb.From(Quotes()), Arb.From(Gen.Choose(1, 100_000)), (quote, more) =>
        {
            var fingerprint = QuoteFingerprint.Of(quote);
            return Moved(quote, more).All(moved => QuoteFingerprint.Of(moved) != fingerprint);
        }));

    private static IEnumerable<PartnerQuote> Moved(PartnerQuote quote, int more)
    {
        Money? Plus(Money? money) => money is { } some ? some with { Minor = some.Minor + more } : Usd(more);
        yield return quote with { FarePaid = Plus(quote.FarePaid) };
        yield return quote with { FareBack = Plus(quote.FareBack) };
        yield return quote with { Fee = Plus(quote.Fee) };
        yield return quote with { Tickets = [.. quote.Tickets.SkipLast(1), .. quote.Tickets.TakeLast(1).Select(t => t with { Back = Plus(t.Back) }), new QuotedTicket("NEW", "NAME", null)] };
        yield return quote with { Extras = [.. quote.Extras, new QuotedExtra(null, null, Usd(more))] };
    }

    /// <summary>From few names, numbers and amounts, so that equal ones are common.</summary>
    private static Gen<PartnerQuote> Quotes()
    {
        var money = Gen.OneOf(
            Gen.Constant<Money?>(null), from minor in Gen.Choose(0, 3) from currency in Gen.Elements("USD", "JPY") select (Money?)new Money(minor, currency));
        var ticket = from last in Gen.Elements("LI", "WU")
                     from number in Gen.Elements<string?>(null, "1", "2")
                     from paid in money
                     from back in money
                     from penalty in money
                     select new QuotedTicket(last, "AN", number) { Paid = paid, Back = back, Penalty = penalty };
        var extra = from number in Gen.Elements<string?>(null, "B1") from paid in money from back in money select new QuotedExtra(number, paid, back);
        return from tickets in ticket.ListOf()
               from extras in extra.ListOf()
               from fare in money
               from fee in money
               select Usual with { Tickets = [.. tickets], Extras = [.. extras], FareBack = fare, Fee = fee };
    }

    private static Money Usd(long minor) => new(minor, "USD");
}
