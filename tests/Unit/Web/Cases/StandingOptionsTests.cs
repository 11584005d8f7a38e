using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

/// <summary>The window closes 84 minutes after the question, and the margin is two.</summary>
public sealed class StandingOptionsTests
{
    private static readonly DateTimeOffset Last = Offers.Now.AddMinutes(82);

    [Fact]
    public void Options_BeforeTheLastSafeMoment_AreAsTheyCame()
    {
        var view = Offers.View(Offers.Cash(CaseKind.Void, 18_274), Offers.Cash(CaseKind.Refund, 14_154));

        Assert.Same(view, StandingOptions.At(view, Last.AddSeconds(-1)));
    }

    [Fact]
    public void Options_WhereTheVoidWasRefused_AreAsTheyCame()
    {
        var view = Offers.View(null, Offers.Cash(CaseKind.Refund, 14_154), whyNot: OrdersRefusals.FareNotVoidable);

        Assert.Same(view, StandingOptions.At(view, Last.AddDays(1)));
    }

    [Theory]
    [InlineData(14_154L, "Only", "Refund", "Refund", "USD 141.54")]
    [InlineData(0L, "Nothing", "Refund", "", "USD 0.00")]
    [InlineData(null, "NoCash", "", "", "")]
    public void Options_FromTheLastSafeMomentOn_CompareNothingWithTheVoid(long? refund, string kind, string way, string best, string sums)
    {
        var asked = Offers.View(Offers.Cash(CaseKind.Void, 18_274), refund is { } back ? Offers.Cash(CaseKind.Refund, back) : null, whyNot: OrdersRefusals.PartnerSilent);

        var view = StandingOptions.At(asked, Last);

        var (byVoid, difference) = (view.Comparison[ComparedWay.Void], view.Comparison.Difference);
        Assert.Equal(("case.too-late", 2, 0), (byVoid.WhyNot?.Name, byVoid.People, byVoid.Gets.Count));
        Assert.Equal(
            (kind, way, best, sums),
            (difference.Kind.ToString(), difference.Way?.ToString() ?? "", view.Comparison.Best?.ToString() ?? "", string.Join(' ', difference.Sums)));
        Assert.Equal((asked.AskedAt, 3), (view.AskedAt, view.Comparison.Columns.Count));
    }
}
