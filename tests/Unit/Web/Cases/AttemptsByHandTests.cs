using BackOffice.Core.Approvals;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>Our number beside an earlier attempt: what AsiaBill was sent carries it, what a person made there does not.</summary>
public sealed class AttemptsByHandTests : ScreenContext
{
    private const string NotCarried = "A refund made by hand does not carry it. At AsiaBill, look for the payment and the amount.";

    private static readonly Money Part = new(5_000, "USD");
    private static readonly CardWish Wish = new("2026083011000000000001", new Money(20_000, "USD"), new DateOnly(2026, 8, 30), Part);

    private static readonly UnclearAttempt ByHand = new(
        "C-2026-000002", "C-2026-000002-1", Part, ACase.Now.AddHours(-2), "Ana", SentAt: null, PersonsWord.TakenBack, ACase.Now, "Sara", "Nobody made it");

    /// <summary>Whoever looks for the number only would find nothing, and take the refund for not made.</summary>
    [Fact]
    public void Panel_OfAnAttemptByHand_SaysThatAsiaBillDoesNotKnowOurNumber() => Assert.Contains(NotCarried, Show(ByHand), StringComparison.Ordinal);

    [Fact]
    public void Panel_OfAnAttemptThatWasSent_LeavesTheNumberToBeLookedFor() =>
        Assert.DoesNotContain(NotCarried, Show(ByHand with { SentAt = ACase.Now.AddHours(-1), EndedBy = PersonsWord.NotThere }), StringComparison.Ordinal);

    /// <summary>Called off by a restore: it may have been sent under this number after the backup.</summary>
    [Fact]
    public void Panel_OfAnAttemptThatMayHaveLeft_LeavesTheNumberToBeLookedFor() =>
        Assert.DoesNotContain(NotCarried, Show(ByHand with { MayHaveLeft = true, EndedByName = null }), StringComparison.Ordinal);

    private string Show(UnclearAttempt earlier) =>
        Render<CardAttemptsPanel>(p => p.Add(c => c.Of, new CardAttempts("C-2026-000002-2", Wish, [earlier], Money.Zero("USD")))).Find("tbody tr").TextContent;
}
