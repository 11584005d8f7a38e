using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Approvals;
using BackOffice.Web.Features.Orders;
using Bunit;
using Microsoft.AspNetCore.Components;
using Unit.Web.Cases;
using Unit.Web.Shell;

namespace Unit.Web.Approvals;

/// <summary>Whoever approves sees of the order what whoever asks sees on its page.</summary>
public sealed class OrderCardTests : ScreenContext
{
    private static readonly OrderSnapshot Order = ACase.Order() with
    {
        Passengers =
        [
            new OrderPassenger("ZHAO", "YI", PassengerType.Adult)
            {
                Ancillaries =
                [
                    new OrderAncillary("SCI_BAG_1PC_20KG", 1, new Money(3_150, "USD")) { BagPieces = 1, BagWeight = 20 },
                    new OrderAncillary("SEAT_FRONT", 1, new Money(900, "USD")),
                    new OrderAncillary("", null, null),
                ],
            },
        ],
        Segments = [new FlightSegment("DM", "1200", "SDQ", null, "BOG", null), new FlightSegment("Y4", "Y4702", "MEX", null, "CUN", null)],
    };

    [Theory]
    [InlineData("en", "Bag 1 × 20 kg", "Extra")]
    [InlineData("zh-Hans", "行李 1 件 × 20 公斤", "附加服务")]
    public void Extras_AreNamedWithTheirPrice_AsOnTheOrdersPage(string language, string bag, string other)
    {
        Speak(language);

        var card = Texts(Card(), "tbody td:last-child div");
        var page = Texts(Render<OrderPassengers>(p => p.Add(o => o.Order, Order)), "tbody td:last-child div");

        Assert.Equal(page, card);
        Assert.Equal([bag + " USD 31.50", "SEAT_FRONT USD 9.00"], card.Take(2));
        Assert.StartsWith(other, card[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Flights_CarryTheirAirline_AsOnTheOrdersPage()
    {
        var page = Texts(Render<OrderSegments>(p => p.Add(o => o.Order, Order)), "tbody th");

        Assert.Equal(["DM 1200", "Y4702"], Texts(Card(), ".segments-list .strong"));
        Assert.Equal(["DM 1200", "Y4702"], page);
    }

    [Fact]
    public void Extras_WhereThereAreNone_AreADash()
    {
        var card = Render<OrderCard>(p => p.Add(c => c.Order, ACase.Order()).Add(c => c.Kind, CaseKind.Void));

        Assert.Equal("–", card.Find("tbody td:last-child").TextContent.Trim());
    }

    private IRenderedComponent<OrderCard> Card() => Render<OrderCard>(p => p.Add(c => c.Order, Order).Add(c => c.Kind, CaseKind.Void));

    private static string[] Texts<T>(IRenderedComponent<T> screen, string which)
        where T : IComponent =>
        [.. screen.FindAll(which).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
