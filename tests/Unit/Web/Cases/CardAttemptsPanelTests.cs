using BackOffice.Core.Approvals;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>Attempts of which nobody could find out what became of them, beside the one that is to be approved.</summary>
public sealed class CardAttemptsPanelTests : ScreenContext
{
    private static readonly Money Part = new(5_000, "USD");
    private static readonly CardWish Wish = new("2026083011000000000001", new Money(20_000, "USD"), new DateOnly(2026, 8, 30), Part);

    private static readonly UnclearAttempt NotThere = new(
        "C-2026-000002", "C-2026-000002-1", Part, ACase.Now.AddHours(-2), "Ana", ACase.Now.AddHours(-1), PersonsWord.NotThere, ACase.Now, "Sara", "Looked twice");

    [Fact]
    public void Panel_OfTwoAttempts_HasAColumnForEachAndOneForTheNext()
    {
        var panel = Show(NotThere, NotThere with { TrackNo = "C-2026-000002-2", SentAt = null, EndedBy = PersonsWord.ClosedByHand, Reason = null });

        Assert.Equal(["What", "Earlier attempt", "Earlier attempt", "This attempt"], panel.FindAll("thead th").Select(h => h.TextContent));
        Assert.Equal(["Our number", "Amount", "Requested by", "Sent", "How it ended"], panel.FindAll("tbody th").Select(h => h.TextContent));
        Assert.Equal(["USD 50.00", "USD 50.00", "USD 50.00"], Cells(panel, 1));
        Assert.Equal(("by hand, at AsiaBill", "not yet"), (Cells(panel, 3)[1], Cells(panel, 3)[2]));
        Assert.StartsWith("Sara decided that it was not there", Cells(panel, 4)[0], StringComparison.Ordinal);
        Assert.EndsWith("“Looked twice”", Cells(panel, 4)[0], StringComparison.Ordinal);
        Assert.StartsWith("Sara closed the case by hand", Cells(panel, 4)[1], StringComparison.Ordinal);
        Assert.Equal("–", Cells(panel, 4)[2]);
    }

    /// <summary>After a restore no person's word ended it, and none is invented.</summary>
    [Fact]
    public void Panel_OfWhatARestoreCalledOff_NamesNobody() =>
        Assert.StartsWith(
            "Called off when a backup was put back",
            Cells(Show(NotThere with { EndedBy = PersonsWord.TakenBack, EndedByName = null, EndedAt = null, Reason = null }), 4)[0], StringComparison.Ordinal);

    [Fact]
    public void Panel_OfPartsOfOnePayment_SaysWhatTheyComeTo() =>
        Assert.Contains("If all of them arrive, the customer has USD 120.00 back in all; the card was charged USD 200.00.", Show(NotThere).Markup, StringComparison.Ordinal);

    [Fact]
    public void Panel_WhereAnAmountIsNotKnown_AddsNothingUp() =>
        Assert.DoesNotContain("If all of them arrive", Show(NotThere with { Amount = null }).Markup, StringComparison.Ordinal);

    private static IReadOnlyList<string> Cells(IRenderedComponent<CardAttemptsPanel> panel, int row) =>
        [.. panel.FindAll("tbody tr")[row].QuerySelectorAll("td").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private IRenderedComponent<CardAttemptsPanel> Show(params UnclearAttempt[] earlier) =>
        Render<CardAttemptsPanel>(p => p.Add(c => c.Of, new CardAttempts("C-2026-000002-3", Wish, earlier, new Money(2_000, "USD"))));
}
