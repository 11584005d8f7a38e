using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Payments;

public sealed class CardRefundRulesTests
{
    private static readonly CardPayment Payment = new(TradeNo.Of("2022051812003332818907"), new Money(16548, "USD"), new DateOnly(2026, 3, 1));

    public static TheoryData<long, BookedRefundState[], string?, CardRefundType> Amounts => new()
    {
        { 16548, [], null, CardRefundType.Whole },
        { 16547, [], null, CardRefundType.Part },
        { 1, [], null, CardRefundType.Part },
        { 16549, [], "payments.more-than-left", CardRefundType.Part },
        { 0, [], "payments.amount-not-positive", CardRefundType.Part },
        { -16548, [], "payments.amount-not-positive", CardRefundType.Part },
        { 6548, [BookedRefundState.Accepted], null, CardRefundType.Part },
        { 6549, [BookedRefundState.Accepted], "payments.more-than-left", CardRefundType.Part },
        { 6549, [BookedRefundState.InFlight], "payments.more-than-left", CardRefundType.Part },
        { 6549, [BookedRefundState.Unknown], "payments.more-than-left", CardRefundType.Part },
        { 16548, [BookedRefundState.NothingMoved], null, CardRefundType.Whole },
        { 1, [BookedRefundState.Accepted, BookedRefundState.Unknown], "payments.nothing-left", CardRefundType.Part },
        { 16548, [BookedRefundState.NothingMoved, BookedRefundState.Unknown], "payments.more-than-left", CardRefundType.Part },
    };

    /// <summary>Each earlier refund in the table is of 100.00.</summary>
    [Theory]
    [MemberData(nameof(Amounts))]
    public void Amount_OfARefund_IsBoundedByWhatIsLeft(long minor, BookedRefundState[] earlier, string? refusal, CardRefundType type)
    {
        BookedRefund[] booked = [.. earlier.Select(state => new BookedRefund(new Money(10000, "USD"), state))];
        var amount = new Money(minor, "USD");

        Assert.Equal(refusal, CardRefundRules.WhyNot(Payment, booked, amount)?.Name);
        Assert.Equal(type, CardRefundRules.TypeOf(Payment, booked, amount));
    }

    /// <summary>A refund of the whole is no whole refund where something went before, whatever is left of it.</summary>
    [Fact]
    public void Type_OfTheWholeAmountBesideAnEarlierRefund_IsPart() =>
        Assert.Equal(CardRefundType.Part, CardRefundRules.TypeOf(Payment, [new BookedRefund(new Money(0, "USD"), BookedRefundState.Accepted)], Payment.Total));

    [Fact]
    public void Amount_InAnotherCurrency_IsRefusedWithThePaymentsOwn()
    {
        var refusal = CardRefundRules.WhyNot(Payment, [], new Money(100, "CNY"));

        Assert.Equal(PaymentsRefusals.OtherCurrency.Name, refusal?.Name);
        Assert.Equal(["USD"], refusal!.Arguments);
        Assert.Equal(CardRefundType.Part, CardRefundRules.TypeOf(Payment, [], new Money(16548, "CNY")));
    }

    [Fact]
    public void Refusal_ForTooMuch_SaysHowMuchIsLeft() =>
        Assert.Equal(
            [new Money(6548, "USD")],
            CardRefundRules.WhyNot(Payment, [new BookedRefund(new Money(10000, "USD"), BookedRefundState.Unknown)], Payment.Total)!.Arguments);

    [Fact]
    public void Refundable_WhereMoreWasBookedThanPaid_IsNothing() =>
        Assert.Equal(Money.Zero("USD"), CardRefundRules.Refundable(Payment, [new BookedRefund(new Money(99999, "USD"), BookedRefundState.Accepted)]));

    /// <summary>Whatever is asked for in whatever order, and whatever becomes of it: what may have left is never more than was paid.</summary>
    [Fact]
    public void Refunds_InAnySequence_NeverAddUpToMoreThanThePayment() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Sequences(), sequence =>
        {
            List<BookedRefund> booked = [];
            foreach (var (minor, state) in sequence)
            {
                var amount = new Money(minor, "USD");
                var bound = Bound(booked);
                var permitted = CardRefundRules.WhyNot(Payment, booked, amount) is null;
                if (permitted != (minor > 0 && bound + minor <= Payment.Total.Minor))
                {
                    return false;
                }

                if (permitted && (CardRefundRules.TypeOf(Payment, booked, amount) is CardRefundType.Whole) != (minor == Payment.Total.Minor))
                {
                    return false;
                }

                if (permitted)
                {
                    booked.Add(new BookedRefund(amount, state));
                }
            }

            return Bound(booked) <= Payment.Total.Minor && CardRefundRules.Refundable(Payment, booked).Minor == Payment.Total.Minor - Bound(booked);
        }));

    [Theory]
    [InlineData("2026-07-29", null, false)]
    [InlineData("2026-07-30", 151, false)]
    [InlineData("2026-08-28", 180, false)]
    [InlineData("2026-08-29", 181, true)]
    [InlineData("2026-02-28", null, false)]
    public void Warning_ForAnOldPayment_NamesItsAgeAndTheLimit(string today, int? days, bool isPastLimit)
    {
        var warning = CardRefundRules.WarningOf(Payment, DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(days is { } age ? new CardPaymentAge(age, isPastLimit) : null, warning);
        Assert.Equal((150, 180), (CardRefundRules.OldAfterDays, CardRefundRules.LimitInDays));
    }

    [Theory]
    [InlineData("442011")]
    [InlineData("  442011\n")]
    public void BatchNo_AsTyped_IsRead(string typed) => Assert.Equal("442011", CardRefundRules.ReadBatchNo(typed).Require());

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("44 2011")]
    [InlineData("...")]
    [InlineData("442011é")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void BatchNo_ThatIsNone_IsRefused(string? typed) => Assert.True(CardRefundRules.ReadBatchNo(typed).Refusal!.Is(PaymentsRefusals.BatchNoInvalid));

    private static long Bound(IEnumerable<BookedRefund> booked) => booked.Where(b => b.State is not BookedRefundState.NothingMoved).Sum(b => b.Amount.Minor);

    private static Arbitrary<(long Minor, BookedRefundState State)[]> Sequences() => Arb.From(
        (from minor in Gen.OneOf(Gen.Choose(-10, 20000), Gen.Constant(16548), Gen.Choose(1, 3000))
         from state in Gen.Elements(Enum.GetValues<BookedRefundState>())
         select ((long)minor, state)).ArrayOf());
}
