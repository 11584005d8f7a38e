using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Payments;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Reports;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Web.Cases;
using Unit.Web.Shell;

namespace Unit.Web.Reports;

public sealed class DifferencesCardTests : ScreenContext
{
    private static readonly Money Whole = new(15_000, "USD");
    private readonly RecoveryWatch recovery = new();

    public DifferencesCardTests() => Services.AddSingleton(recovery);

    [Theory]
    [InlineData(true, "May have been sent before the database was put back")]
    [InlineData(false, "Nothing sent yet")]
    public void Card_OfAnUnsentLeg_SaysSoOnlyWhereThatIsKnown(bool isRecovering, string expected)
    {
        recovery.Show(isRecovering ? new RecoveryView("restored", Now, Now, null, null, 1, 0, 0, 0) : null);

        var card = Show(CaseState.Following, Leg(2, CaseState.Refunded), Leg(3, CaseState.Open));

        Assert.Contains(expected, card.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Fifty of many must not look like fifty in all.</summary>
    [Theory]
    [InlineData(true, "1+", "the newest 1; the file holds them all")]
    [InlineData(false, "1", null)]
    public void Card_ThatDoesNotHoldThemAll_SaysSo(bool hasMore, string count, string? said)
    {
        var card = Render<DifferencesCard>(p => p.Add(d => d.Of, [Legs(CaseState.Following, Leg(2, CaseState.Refunded))]).Add(d => d.HasMore, hasMore));

        Assert.Equal((count, said), (card.Find(".count").TextContent, card.FindAll(".card-head > .quiet").SingleOrDefault()?.TextContent));
    }

    private static CustomerLegView Leg(long id, CaseState state) => new(
        ACase.Row(state) with { Id = id, Number = $"C-2026-00000{id}", Kind = CaseKind.CardRefund }, new CardWish("2026083011000000000001", new Money(20_000, "USD"), new DateOnly(2026, 8, 30), Whole),
        state == CaseState.Refunded ? Whole : null, null, null);

    private IRenderedComponent<DifferencesCard> Show(CaseState supplier, params CustomerLegView[] customer) =>
        Render<DifferencesCard>(p => p.Add(d => d.Of, [Legs(supplier, customer)]));

    private static CaseLegs Legs(CaseState supplier, params CustomerLegView[] customer) =>
        CaseLegs.Of(new SupplierLegView(ACase.Row(supplier), Whole, null, null, null, null), customer);
}
