using BackOffice.Sandbox;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Hosting;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Rehearsal;

public sealed class FaultCardTests : ScreenContext
{
    [Theory]
    [InlineData("thunder", 1)]
    [InlineData("drop-after", 0)]
    public async Task Card_WhoseFaultIsNotTaken_SaysSo(string fault, int said)
    {
        using var standIn = new AtlasStandIn(new MovableClock(Desk.Start));
        using var cards = new AsiaBillStandIn(new MovableClock(Desk.Start));
        IReadOnlyList<StagedOrder> orders = [];
        var card = Render<FaultCard>(p => p.Add(c => c.Partner, new StandInPartner(standIn, cards)).Add(c => c.Orders, orders));

        card.Find("#fault-name").Change(fault);
        await card.Find(".actions button").ClickAsync(new MouseEventArgs());

        Assert.Equal(said, card.FindAll("[role=status]").Count);
    }
}
