using BackOffice.Core.Orders;
using BackOffice.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Orders;

/// <summary>How a flight and an extra of an order are named, in the reader's language: the same to whoever works on it and to whoever approves it.</summary>
internal sealed class OrderWords(IStringLocalizer<OrdersText> texts)
{
    /// <summary>Some airlines write their code into the number as well.</summary>
    public static string Of(FlightSegment flight) =>
        flight.FlightNumber.StartsWith(flight.Carrier, StringComparison.OrdinalIgnoreCase) ? flight.FlightNumber : flight.Carrier + " " + flight.FlightNumber;

    /// <summary>A bag by its pieces and weight, anything else by Atlas's product code where it has one.</summary>
    public string Of(OrderAncillary extra) => extra switch
    {
        { BagWeight: { } weight } => texts["Bag", extra.BagPieces ?? 1, weight].Value,
        { Description.Length: 0 } => texts["Extra"].Value,
        _ => extra.Description,
    };
}
