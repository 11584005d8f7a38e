using BackOffice.Core.Export;
using BackOffice.Core.Orders;
using BackOffice.Web.Features.Reports;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Reports;

/// <summary>What is said of the sums is what they are.</summary>
public sealed class TotalsCardTests : ScreenContext
{
    [Theory]
    [InlineData("en", "fees only those of voids and refunds that Atlas took.")]
    [InlineData("zh-Hans", "手续费仅含 Atlas 已受理的作废和退票。")]
    public void Note_OfTheFees_NamesRefundsAsWell(string language, string sentence)
    {
        Speak(language);

        var card = Render<TotalsCard>(p => p.Add(t => t.Totals, [new ReportTotal("USD", RefundMethod.Cash) { Fees = new CountedSum(1, 300) }]));

        Assert.EndsWith(sentence, card.Find(".card-note").TextContent, StringComparison.Ordinal);
    }

    /// <summary>A case may be quoted without an amount.</summary>
    [Theory]
    [InlineData("en", "None of these cases has an amount yet.")]
    [InlineData("zh-Hans", "这些工单均尚无金额。")]
    public void Card_WithoutASum_SpeaksOfAmountsAndNotOfQuotes(string language, string sentence)
    {
        Speak(language);

        Assert.Equal(sentence, Render<TotalsCard>(p => p.Add(t => t.Totals, [])).Find(".card-note").TextContent);
    }
}
