using System.Globalization;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

/// <summary>How the legs stand once a card refund that failed was tried again.</summary>
public sealed class LegsVerdictTests
{
    /// <summary>Each later payment makes up for one that failed before it, of the same payment and no larger.</summary>
    [Theory]
    [InlineData("failed 100, paid 100", LegsVerdict.BothClosed)]
    [InlineData("failed 100, paid 120", LegsVerdict.BothClosed)]
    [InlineData("failed 100, failed 200, paid 200, paid 100", LegsVerdict.BothClosed)]
    [InlineData("failed 100, paid 100, failed 100, paid 100", LegsVerdict.BothClosed)]
    [InlineData("failed 100, paid 99", LegsVerdict.Mismatch)]
    [InlineData("paid 100, failed 100", LegsVerdict.Mismatch)]
    [InlineData("failed 100, failed 100, paid 200", LegsVerdict.Mismatch)]
    [InlineData("failed 100, other 100", LegsVerdict.Mismatch)]
    [InlineData("closed 100, paid 100", LegsVerdict.Mismatch)]
    public void Verdict_OfAFailedLeg_IsADifferenceUntilItIsMadeGood(string story, LegsVerdict expected)
    {
        var view = ACase.View(ACase.Row(CaseState.Refunded));
        var supplier = new SupplierLegView(view.Row, view.ExpectedBack, view.ExpectedBack, null, null, null);

        Assert.Equal(expected, new LegsPresenter(view, CaseLegs.Of(supplier, [.. story.Split(", ").Select(Told)])).Verdict);
    }

    /// <summary>What came back from the supplier is a difference of its own.</summary>
    [Fact]
    public void Verdict_WhereTheSupplierPaidLess_StaysADifference()
    {
        var view = ACase.View(ACase.Row(CaseState.Refunded));
        var legs = CaseLegs.Of(new SupplierLegView(view.Row, view.ExpectedBack, new Money(1, "USD"), null, null, null), [Told("failed 100", 0), Told("paid 100", 1)]);

        Assert.Equal((LegsVerdict.Mismatch, "Verdict.Mismatch.Text"), (LegsPresenter.VerdictOf(legs), new LegsPresenter(view, legs).VerdictTextKey));
    }

    /// <summary>A leg of a story: how it ended, and its dollars.</summary>
    private static CustomerLegView Told(string words, int index)
    {
        var (ending, amount) = (words.Split(' ')[0], new Money(100 * long.Parse(words.Split(' ')[1], CultureInfo.InvariantCulture), "USD"));
        var state = ending switch { "failed" => CaseState.Rejected, "closed" => CaseState.ClosedByHand, _ => CaseState.Refunded };
        var card = new CardWish(ending == "other" ? "2026083011000000000002" : "2026083011000000000001", new Money(50_000, "USD"), new DateOnly(2026, 8, 30), amount);
        return new CustomerLegView(ACase.Row(state) with { Id = index + 2 }, card, state == CaseState.Refunded ? amount : null, null, null);
    }
}
