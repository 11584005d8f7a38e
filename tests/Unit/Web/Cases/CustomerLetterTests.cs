using System.Globalization;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

/// <summary>What a customer is told, word by word, in both languages.</summary>
public sealed class CustomerLetterTests
{
    [Fact]
    public void Letter_InEnglish_SaysWhatTheCustomerGets() =>
        Assert.Equal(
            """
            Your booking XVOCMN · MEX → CUN · 24 Dec 2026
            Passengers: ZHAO YIFAN, QIAN ERMEI

            Cancel now: you get USD 172.74 back, expected around 10 Dec 2026. This is an estimate and can still change. Please tell us by 21 Nov 2026, 19:07 (Seoul time).
            Refund by the airline's rules: you get USD 131.54 back, expected around 10 Dec 2026. This is an estimate and can still change.
            Keep the booking: nothing changes, and nothing is paid back.

            Once done, this cannot be undone.
            """,
            Write("en", Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154), new Money(1_000, "USD")), namesPeople: true),
            ignoreLineEndingDifferences: true);

    [Fact]
    public void Letter_InChinese_SaysTheSame() =>
        Assert.Equal(
            """
            您的预订 XVOCMN · MEX → CUN · 2026年12月24日
            乘客：ZHAO YIFAN, QIAN ERMEI

            立即取消：您可获退款 USD 172.74，预计 2026年12月10日 左右。此为估算，仍可能变化。请在 2026年11月21日 19:07（UTC+9）之前告知我们。
            按航司规定退票：您可获退款 USD 131.54，预计 2026年12月10日 左右。此为估算，仍可能变化。
            保留预订：一切不变，也不退款。

            办理后无法撤销。
            """,
            Write("zh-Hans", Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154), new Money(1_000, "USD")), namesPeople: true),
            ignoreLineEndingDifferences: true);

    /// <summary>The reader's own language and separators are another matter.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("de")]
    public void Letter_WhateverTheReadersLanguage_IsTheCustomers(string reader)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(reader), CultureInfo.GetCultureInfo(reader));
        try
        {
            Assert.Contains("you get USD 1,182.74 back", Write("en", Offers.View(Offers.Cash(CaseKind.Void, 118_274), null)), StringComparison.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    /// <summary>Neither Atlas's fee nor its number of the order, nor that there is an Atlas, in any case that there is.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Letter_Always_KeepsTheHouseToItself(string language)
    {
        var all = string.Join('\n', new[]
        {
            Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154), new Money(1_000, "USD")),
            Offers.View(null, Offers.Voucher(), whyNot: OrdersRefusals.WindowClosed.FromPartner("822")),
            Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, whyNot: OrdersRefusals.PartnerSilent),
            Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 9_000) with { Sureness = QuoteSureness.CannotQuote }, new Money(1_000, "USD")),
        }.Select(view => Write(language, view)));

        Assert.Equal([], new[] { "Atlas", "3.33", "TESTA", "TESTB", "822", "YIFAN", "ERMEI", "90.00" }.Where(word => all.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Letter_WithTheFeeTakenOff_DoesNotNameIt() =>
        Assert.DoesNotContain("fee", Write("en", Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, new Money(1_000, "USD"), whyNot: OrdersRefusals.NotRefundable)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Letter_WithAFeeInAnotherCurrency_SaysThatItComesOnTop() =>
        Assert.Contains("you get JPY 8,990 back, expected around 10 Dec 2026. This is an estimate and can still change. Our fee of USD 10.00 comes on top.",
            Write("en", Offers.View(null, Offers.Cash(CaseKind.Refund, 8_990, "JPY"), new Money(1_000, "USD"), whyNot: OrdersRefusals.WindowClosed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "Cancel now: The time for a free cancellation has passed. We look at what a refund gives back.\n", "you get a voucher of the airline worth USD 92.40, valid until 1 Oct 2027")]
    [InlineData("zh-Hans", "立即取消：免费取消的时限已过，我们为您查询退票可退多少。\n", "您将获得价值 USD 92.40 的航司代金券，有效期至 2027年10月1日")]
    public void Letter_OfAVoucher_SaysThatItIsOne(string language, string byVoid, string byRefund)
    {
        var letter = Write(language, Offers.View(null, Offers.Voucher(), whyNot: OrdersRefusals.WindowClosed));

        Assert.Contains(byVoid, letter, StringComparison.Ordinal);
        Assert.Contains(byRefund, letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_OfAVoucherWithCashForABag_NamesBoth()
    {
        var voucher = Offers.Voucher() with { Extras = [new QuotedExtra("TESTB1", null, new Money(3_000, "USD"))] };

        var letter = Write("en", Offers.View(null, voucher, whyNot: OrdersRefusals.WindowClosed));

        Assert.Contains("USD 30.00", letter, StringComparison.Ordinal);
        Assert.Contains("a voucher of the airline worth USD 92.40", letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "the airline decides how much comes back")]
    [InlineData("zh-Hans", "退款金额由航司决定")]
    public void Letter_WhereTheAirlineDecides_NamesNoSum(string language, string words)
    {
        var letter = Write(language, Offers.View(null, Offers.Cash(CaseKind.Refund, 9_000) with { Sureness = QuoteSureness.CannotQuote }, whyNot: OrdersRefusals.WindowClosed));

        Assert.Contains(words, letter, StringComparison.Ordinal);
        Assert.DoesNotContain("90.00", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_WhereNobodyAnswered_SaysSo() =>
        Assert.Contains("Cancel now: we are still finding out.", Write("en", Offers.View(null, Offers.Cash(CaseKind.Refund, 9_000), whyNot: OrdersRefusals.PartnerSilent)), StringComparison.Ordinal);

    /// <summary>A refused account, a question that was not understood and a running submission are nothing that a customer may be told as a no.</summary>
    [Theory]
    [InlineData("en", "Refund by the airline's rules: we are still finding out.")]
    [InlineData("zh-Hans", "按航司规定退票：我们仍在查询。")]
    public void Letter_WhereNothingWasSaidOfTheBooking_IsStillFindingOut(string language, string line) =>
        Assert.All(
            new[] { OrdersRefusals.PartnerAccount.FromPartner("401"), OrdersRefusals.PartnerRejectedRequest, OrdersRefusals.UnlistedCode, OrdersRefusals.SubmissionRunning, OrdersRefusals.OrderUnknown },
            no => Assert.Contains(line, Write(language, Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, whyNot: no)), StringComparison.Ordinal));

    [Theory]
    [InlineData("en", "Refund by the airline's rules: Your fare gives nothing back. You can keep the booking, or ask the airline itself.\n")]
    [InlineData("zh-Hans", "按航司规定退票：您的票价不可退款。您可以保留预订，或直接联系航司。\n")]
    public void Letter_OfARefusal_SaysWhatItMeansForTheCustomer(string language, string line) =>
        Assert.Contains(line, Write(language, Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, whyNot: OrdersRefusals.NotRefundable)), StringComparison.Ordinal);

    /// <summary>Its sentence for the customer is that of a void: that a refund is looked at.</summary>
    [Fact]
    public void Letter_OfARefundThatIsNotPossible_DoesNotPointToARefund() =>
        Assert.Contains("Refund by the airline's rules: not possible for this booking.",
            Write("en", Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, whyNot: OrdersRefusals.AirlineNotCovered)), StringComparison.Ordinal);

    [Fact]
    public void Letter_OfSomePassengers_NamesThem() =>
        Assert.Contains(
            "Refund by the airline's rules for ZHAO YIFAN: you get",
            Write("en", Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 9_000), refunded: 1), namesPeople: true),
            StringComparison.Ordinal);

    /// <summary>No customer can be sent "ZHAO Y…".</summary>
    [Theory]
    [InlineData("en", 2, "2 passengers\n", "Refund by the airline's rules: you get")]
    [InlineData("en", 1, "2 passengers\n", "Refund by the airline's rules for passenger 1 of 2: you get")]
    [InlineData("zh-Hans", 2, "2 位乘客\n", "按航司规定退票：您可获退款")]
    [InlineData("zh-Hans", 1, "2 位乘客\n", "按航司规定为第 1 位乘客（共 2 位）退票：您可获退款")]
    public void Letter_WithoutTheRightToSeeNames_CountsInstead(string language, int refunded, string everybody, string some)
    {
        var letter = Write(language, Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 9_000), refunded: refunded));

        Assert.Contains("\n" + everybody, letter, StringComparison.Ordinal);
        Assert.Contains("\n" + some, letter, StringComparison.Ordinal);
        Assert.Equal([], new[] { "ZHAO", "QIAN", "…" }.Where(word => letter.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>Numbers as on the agent's screen; where the order names somebody no more, how many they are is all there is to say.</summary>
    [Theory]
    [InlineData("en", "SUN SAN,ZHAO YIFAN", "for passengers 1 and 3 of 4")]
    [InlineData("en", "SUN SAN,ZHAO YIFAN,LI SI", "for passengers 1, 3 and 4 of 4")]
    [InlineData("en", "SUN SAN,WANG WU", "for 2 of 4 passengers")]
    [InlineData("zh-Hans", "SUN SAN,ZHAO YIFAN,LI SI", "为第 1、3、4 位乘客（共 4 位）退票")]
    [InlineData("zh-Hans", "SUN SAN,WANG WU", "为 4 位乘客中的 2 位退票")]
    public void Letter_OfSomeWithoutNames_NumbersThemAsTheOrderDoes(string language, string refunded, string expected)
    {
        var view = Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 9_000));
        view = view with
        {
            Order = view.Order with { Passengers = [.. view.Order.Passengers, new OrderPassenger("SUN", "SAN", PassengerType.Adult), new OrderPassenger("LI", "SI", PassengerType.Adult)] },
            Refunded = [.. refunded.Split(',').Select(name => new RefundPassenger(name.Split(' ')[0], name.Split(' ')[1]))],
        };

        Assert.Contains(expected, Write(language, view), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_OfOnePassengerWithoutNames_CountsOne()
    {
        var view = Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 9_000), refunded: 1);

        Assert.Contains("\n1 passenger\n", Write("en", view with { Order = view.Order with { Passengers = [view.Order.Passengers[0]] } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_AfterTheLastSafeMoment_OffersNoVoid()
    {
        var view = Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, whyNot: OrdersRefusals.NotRefundable) with { AskedAt = Offers.Now.AddMinutes(83) };

        Assert.Contains("Cancel now: not possible", Write("en", view), StringComparison.Ordinal);
    }

    /// <summary>The bag alone is not what the customer gets.</summary>
    [Fact]
    public void Letter_OfASumWithAPartThatCannotBeRead_NamesNoSum()
    {
        var byVoid = Offers.Cash(CaseKind.Void, 0) with { FareBack = null, Extras = [new QuotedExtra("TESTB1", null, new Money(2_000, "USD"))] };

        var letter = Write("en", Offers.View(byVoid, null, whyNot: OrdersRefusals.NotRefundable));

        Assert.Contains("Cancel now: the airline decides how much comes back", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", letter, StringComparison.Ordinal);
    }

    /// <summary>A limit that cannot be read may lie before the moment that the desk goes by.</summary>
    [Theory]
    [InlineData("en", "Please tell us as soon as you can, at the latest by 21 Nov 2026, 19:07", "the airline may stop earlier.")]
    [InlineData("zh-Hans", "请尽快告知我们，最迟在 2026年11月21日 19:07", "航司也可能提前截止。")]
    public void Letter_WithAMomentThatIsNotCertain_PromisesNone(string language, string asks, string warns)
    {
        var view = Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, whyNot: OrdersRefusals.NotRefundable);
        var columns = view.Comparison.Columns.Select(c => c.Until is { } until ? c with { Until = until with { Certainty = DeadlineCertainty.NotCertain } } : c);

        var letter = Write(language, view with { Comparison = view.Comparison with { Columns = [.. columns] } });

        Assert.Contains(asks, letter, StringComparison.Ordinal);
        Assert.Contains(warns, letter, StringComparison.Ordinal);
    }

    /// <summary>It was asked for in time, and somebody copies it later.</summary>
    [Theory]
    [InlineData(-1, "Cancel now: you get USD 182.74 back", true)]
    [InlineData(0, "Cancel now: not possible for this booking.", false)]
    public void Letter_CopiedFromTheLastSafeMomentOn_OffersNoVoid(int seconds, string line, bool namesAMoment)
    {
        var letter = Write("en", Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154)), Offers.Now.AddMinutes(82).AddSeconds(seconds));

        Assert.Contains(line, letter, StringComparison.Ordinal);
        Assert.Equal(namesAMoment, letter.Contains("Please tell us by", StringComparison.Ordinal));
    }

    private static string Write(string language, OptionsView view, DateTimeOffset? now = null, bool namesPeople = false) =>
        CustomerLetter.Write(view, now ?? view.AskedAt, language, namesPeople);
}
