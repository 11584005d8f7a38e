using BackOffice.Core.Approvals;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>Earlier attempts that no person's word has ended, or that AsiaBill has after all.</summary>
public sealed class AttemptsInDoubtTests : ScreenContext
{
    private static readonly Money Part = new(5_000, "USD");
    private static readonly CardWish Wish = new("2026083011000000000001", new Money(20_000, "USD"), new DateOnly(2026, 8, 30), Part);

    private static readonly UnclearAttempt Sent = new(
        "C-2026-000002", "C-2026-000002-1", Part, ACase.Now.AddHours(-2), "Ana", ACase.Now.AddHours(-1), PersonsWord.NotThere, ACase.Now, "Sara", "Looked twice");

    [Fact]
    public void Panel_OfWhatMayHaveLeftAfterABackup_SaysPerhaps()
    {
        var panel = Show(Sent with { SentAt = null, MayHaveLeft = true, EndedBy = PersonsWord.TakenBack, EndedAt = null, EndedByName = null, Reason = null });

        Assert.Equal("perhaps, after the backup was taken", Cell(panel, 3));
        Assert.StartsWith("Called off when a backup was put back", Cell(panel, 4), StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_OfWhatAsiaBillRefusedAndHas_SaysBoth()
    {
        var panel = Show(Sent with { EndedBy = null, EndedAt = null, EndedByName = null, Reason = null, BatchNo = "450001" });

        Assert.StartsWith("AsiaBill refused it", Cell(panel, 4), StringComparison.Ordinal);
        Assert.EndsWith("AsiaBill has it after all, as 450001, and no case follows it.", Cell(panel, 4), StringComparison.Ordinal);
    }

    /// <summary>What is proved is among what is given: it is not added once more.</summary>
    [Fact]
    public void Panel_OfWhatIsProved_AddsItOnce() =>
        Assert.Contains("the customer has USD 100.00 back in all", Show(Sent with { BatchNo = "450001" }).Markup, StringComparison.Ordinal);

    private static string Cell(IRenderedComponent<CardAttemptsPanel> panel, int row) => string.Join(
        ' ', panel.FindAll("tbody tr")[row].QuerySelectorAll("td")[0].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<CardAttemptsPanel> Show(UnclearAttempt earlier) =>
        Render<CardAttemptsPanel>(p => p.Add(c => c.Of, new CardAttempts("C-2026-000002-2", Wish, [earlier], Part)));
}
