using System.Collections;
using System.Globalization;
using System.Resources;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Resources;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class CompareTableTests : ScreenContext
{
    [Fact]
    public void Table_OfTwoCashQuotes_MarksTheBestInEveryRow()
    {
        var table = Show(Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154), new Money(1_000, "USD")));

        Assert.Equal(["Void now", "Refund", "Keep"], table.FindAll("thead th").Select(h => h.FirstChild!.TextContent.Trim()));
        Assert.Equal(table.FindAll("tbody tr").Count + 1, table.FindAll(".is-best").Count);
        Assert.StartsWith("Void now", table.Find("thead .is-best").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["USD 172.74", "USD 131.54", "Nothing"], Cells(table, ".is-sum"));
        Assert.Contains("USD 3.33 beside the sums", table.FindAll("tbody tr")[3].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Back for the fare", "Back for an extra TESTB1", "Airline's penalty", "Atlas fee", "Our fee", "Customer gets", "How", "Expected", "How sure", "Open until"],
            table.FindAll("tbody th").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public void Table_WithoutAFee_HasNoRowForIt() =>
        Assert.DoesNotContain(Show(Offers.View(Offers.Cash(CaseKind.Void, 18_274), null, whyNot: OrdersRefusals.NotRefundable)).FindAll("tbody th"), h => h.TextContent.Contains("Our fee", StringComparison.Ordinal));

    [Fact]
    public void Table_WithAColumnThatFailed_SaysWhyAndWhatToDo_AndShowsTheOther()
    {
        var table = Show(Offers.View(null, Offers.Cash(CaseKind.Refund, 14_154), whyNot: OrdersRefusals.WindowClosed.FromPartner("822")));

        var no = table.Find(".options-no");
        Assert.Equal(table.FindAll("tbody tr").Count.ToString(CultureInfo.InvariantCulture), no.GetAttribute("rowspan"));
        Assert.Contains("The void window has closed.", no.TextContent, StringComparison.Ordinal);
        Assert.Contains("822", no.TextContent, StringComparison.Ordinal);
        Assert.Equal(["USD 141.54", "Nothing"], Cells(table, ".is-sum"));
    }

    [Fact]
    public void Table_WithAVoucherAndAnotherCurrencysFee_SumsNothing()
    {
        var table = Show(Offers.View(Offers.Cash(CaseKind.Void, 8_990, "JPY"), Offers.Voucher(), new Money(1_000, "USD")));

        Assert.Equal(["JPY 8,990", "VOUCHER USD 92.40valid until 1 Oct 2027", "Nothing"], Cells(table, ".is-sum"));
        Assert.Contains("in another currency: not taken off", table.Markup, StringComparison.Ordinal);
        Assert.Contains("no cash sum to take it from", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfAGuess_SaysThatItIsNoQuote()
    {
        var table = Show(Offers.View(null, Offers.Cash(CaseKind.Refund, 9_000) with { Sureness = QuoteSureness.CannotQuote }, whyNot: OrdersRefusals.WindowClosed));

        Assert.Equal(["USD 90.00 not a quote", "Nothing"], Cells(table, ".is-sum"));
        Assert.Contains("Guessed", table.Markup, StringComparison.Ordinal);
        Assert.Empty(table.FindAll(".is-best"));
    }

    [Fact]
    public void Table_FromTheVoidsLastSafeMomentOn_SaysThatItIsTooLate()
    {
        var view = Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154));

        var (before, after) = (Show(StandingOptions.At(view, Offers.Now.AddMinutes(82).AddSeconds(-1))), Show(StandingOptions.At(view, Offers.Now.AddMinutes(82))));

        Assert.StartsWith("Void now", before.Find("thead .is-best").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("It is too late to send this safely.", after.Find(".options-no").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Refund", after.Find("thead .is-best").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["USD 141.54", "Nothing"], Cells(after, ".is-sum"));
    }

    [Fact]
    public void Table_InChinese_IsChinese()
    {
        Speak("zh-Hans");

        Assert.Equal(["立即作废", "退票", "保留"], Show(Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154))).FindAll("thead th").Select(h => h.FirstChild!.TextContent.Trim()));
    }

    [Fact]
    public void Copy_InTheChosenLanguage_CarriesTheLetter()
    {
        var copy = Render<CustomerCopy>(p => p.Add(c => c.Of, Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154))).Add(c => c.Now, Offers.Now));
        var english = copy.Find("button").GetAttribute("data-copy");

        copy.Find("select").Change("zh-Hans");

        Assert.StartsWith("Your booking XVOCMN", english, StringComparison.Ordinal);
        Assert.StartsWith("您的预订 XVOCMN", copy.Find("button").GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Equal(("Copied", "zh-Hans"), (copy.Find("button").GetAttribute("data-said"), copy.Find(".letter").GetAttribute("lang")));
    }

    [Theory]
    [InlineData(true, "Passengers: ZHAO YIFAN, QIAN ERMEI")]
    [InlineData(false, "2 passengers")]
    public void Copy_NamesPeopleToWhoeverMaySeeThem(bool maySee, string expected)
    {
        var view = Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154));

        var copy = Render<CustomerCopy>(p => p.Add(c => c.Of, view).Add(c => c.Now, Offers.Now).Add(c => c.MaySeeNames, maySee));

        Assert.Equal(expected, copy.Find("button").GetAttribute("data-copy")!.Split('\n')[1]);
    }

    /// <summary>Texts that are found by a value's name.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("zh-Hans")]
    public void Texts_FoundByAName_AreThere(string culture)
    {
        string[] needed =
        [
            .. Enum.GetNames<ComparedWay>().Select(n => "Way." + n), .. Enum.GetNames<RefundMethod>().Select(n => "How." + n),
            .. Enum.GetNames<ComparedSureness>().SelectMany(n => new[] { "Sure." + n, $"Sure.{n}.Text" }),
            .. new[] { "More", "Only", "OnlyTold" }.SelectMany(n => new[] { $"Difference.{n}.Void", $"Difference.{n}.Refund" }),
            .. new[] { "Same", "Currencies", "People", "Nothing", "NoCash" }.Select(n => "Difference." + n),
        ];
        var keys = new ResourceManager(typeof(CompareText)).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key);

        Assert.Empty(needed.Except(keys, StringComparer.Ordinal));
    }

    private IRenderedComponent<CompareTable> Show(OptionsView view) => Render<CompareTable>(p => p.Add(t => t.Of, view));

    private static IEnumerable<string> Cells(IRenderedComponent<CompareTable> table, string row) =>
        table.FindAll($"tbody tr{row} td").Select(d => string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
