using System.Globalization;
using BackOffice.Core.Atlas.Wire;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Atlas;

/// <summary>Orders from the wire to our words.</summary>
internal static class OrderReading
{
    /// <summary>Null where the answer names no order.</summary>
    public static OrderSnapshot? Snapshot(OrderDetails wire, DateTimeOffset readAt)
    {
        if (wire.OrderNo is not { } orderNo)
        {
            return null;
        }

        var method = wire.PaymentMethod ?? wire.Payment?.PaymentMethod;
        return new OrderSnapshot
        {
            OrderNo = orderNo,
            AtlasPnr = wire.PnrCode,
            Stage = Stage(wire.OrderStatus, wire.TicketStatus),
            RawOrderStatus = wire.OrderStatus,
            RawTicketStatus = wire.TicketStatus,
            PaymentMethod = Method(method),
            RawPaymentMethod = method,
            Total = Money.From(wire.TotalPrice, wire.Currency),
            AncillaryTotal = Money.From(wire.TotalAncillaryPrice, wire.Currency),
            TransactionFee = Money.From(wire.TotalTransactionFee, wire.Currency),
            PaidAt = AtlasTimes.System(wire.PayTime),
            CreatedAt = AtlasTimes.System(wire.CreatedTime),
            HoldUntil = AtlasTimes.System(wire.TktLimitTime),
            Passengers = [.. (wire.PaxTicketInfos ?? []).Select(Passenger)],
            Segments =
            [
                .. (wire.Routing?.FromSegments ?? []).Select(s => Flight(s, isReturn: false)),
                .. (wire.Routing?.RetSegments ?? []).Select(s => Flight(s, isReturn: true)),
            ],
            AirlineBookings = [.. (wire.AirlineBookings ?? []).Select(Booking)],
            Contact = wire.Contact is { } c && (c.Name ?? c.Email ?? c.Mobile) is not null ? new OrderContact(c.Name, c.Email, c.Mobile) : null,
            HasSeparateBookings = wire.Routing?.SeparateBookings ?? false,
            MainOrderNo = string.Equals(wire.TicketOrderNo, orderNo, StringComparison.OrdinalIgnoreCase) ? null : wire.TicketOrderNo,
            FailureCode = wire.ErrorCode,
            FailureMessage = wire.ErrorMessage ?? wire.AirlineMessage,
            ReadAt = readAt,
        };
    }

    public static OrderPage Page(OrderList wire)
    {
        var orders = (wire.Orders ?? []).Where(o => o.OrderNo is not null).Select(Entry).ToList();
        return new OrderPage(orders, Math.Max(wire.TotalRecords ?? 0, orders.Count));
    }

    /// <summary><c>LAST/FIRST MIDDLE</c> in its two parts.</summary>
    public static (string Last, string First) Name(string? name)
    {
        var parts = (name ?? "").Split('/', 2);
        return (parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "");
    }

    private static OrderListEntry Entry(ListedOrder wire) => new(wire.OrderNo!, Stage(wire.OrderStatus, null))
    {
        AtlasPnr = wire.PnrCode,
        AirlinePnrs = Locators(wire.AirlinePNRs),
        Airlines = wire.Airlines ?? [],
        PassengerNames = wire.PaxNames ?? [],
        From = wire.FromCity,
        To = wire.ToCity,
        DepartsOn = AtlasTimes.Day(wire.DepDate),
        CreatedAt = AtlasTimes.Utc(wire.OrderCreateTimestamp),
    };

    /// <summary>Paid with the ticket still to be issued counts as ticketing even where the order already says ticketed.</summary>
    private static OrderStage Stage(string? orderStatus, string? ticketStatus) => (orderStatus, ticketStatus) switch
    {
        ("0", _) => OrderStage.Unpaid,
        ("1", _) or ("2", "0") => OrderStage.Ticketing,
        ("2", _) => OrderStage.Ticketed,
        ("-3" or "3", _) => OrderStage.Cancelled,
        _ => OrderStage.Other,
    };

    private static PaymentMethod Method(int? wire) => wire switch
    {
        1 => PaymentMethod.Deposit,
        3 => PaymentMethod.VirtualCard,
        4 => PaymentMethod.OwnAirlineAccount,
        5 => PaymentMethod.MerchantOfRecord,
        _ => PaymentMethod.Other,
    };

    private static OrderPassenger Passenger(PaxTicketInfo wire)
    {
        var (last, first) = Name(wire.Name);
        return new OrderPassenger(last, first, wire.PassengerType switch
        {
            0 => PassengerType.Adult,
            1 => PassengerType.Child,
            2 => PassengerType.Infant,
            _ => PassengerType.Other,
        })
        {
            TicketNumbers = wire.TicketNos ?? [],
            AirlinePnrs = Locators(wire.AirlinePNRs),
            Ancillaries = [.. (wire.Ancillaries ?? []).Select(Extra)],
        };
    }

    private static OrderAncillary Extra(AncillaryInfo wire) =>
        new(wire.ProductCode ?? "", wire.SegmentIndex, Money.From(wire.AncillaryPrice, wire.Currency))
        {
            BagPieces = wire.AuxBaggageElement?.Piece,
            BagWeight = wire.AuxBaggageElement?.Weight,
        };

    private static FlightSegment Flight(Segment wire, bool isReturn) =>
        new(Code(wire.Carrier), Code(wire.FlightNumber), Code(wire.DepAirport), AtlasTimes.Local(wire.DepTime), Code(wire.ArrAirport), AtlasTimes.Local(wire.ArrTime))
        {
            IsReturn = isReturn,
            FareFamily = wire.FareFamily,
        };

    private static AirlineBooking Booking(AirlineBookingInfo wire) => new(Code(wire.AirlineCode), wire.AirlineName, wire.AirlinePnr)
    {
        Website = wire.AirlineWebSiteAddress,
        LogInEmail = wire.MmbEmail,
    };

    private static string Code(string? text) => (text ?? "").ToUpper(CultureInfo.InvariantCulture);

    /// <summary>One element may hold two locators joined by a bar, sometimes the same one twice.</summary>
    private static IReadOnlyList<string> Locators(IReadOnlyList<string>? wire) =>
        [.. (wire ?? []).SelectMany(l => l.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
