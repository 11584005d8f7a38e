using System.Globalization;
using System.Text.Json;
using BackOffice.Core.Atlas.Wire;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Atlas;

/// <summary>Refund requests to the wire, refund quotes and cases from it.</summary>
internal static class RefundReading
{
    /// <summary>One entry a passenger, each with all segments of both directions. Null where a segment lacks what the partner demands of it.</summary>
    public static RefundQuotationRequest? Ask(OrderSnapshot order, RefundWish wish)
    {
        var segments = order.Segments.Select(Segment).OfType<RefundSegment>().ToList();
        var reason = wish.Reason switch { RefundReason.Involuntary => "0", RefundReason.Voluntary => "1" };
        return segments.Count == 0 || segments.Count != order.Segments.Count ? null : new RefundQuotationRequest
        {
            OrderNo = order.OrderNo,
            DisplayCurrency = wish.DisplayCurrency,
            RefundRequestList = [.. wish.Passengers.Select(p => new RefundRequest(p.LastName, p.FirstName, reason, segments))],
        };
    }

    public static PartnerQuote Quote(RefundQuotation wire, string orderNo, DateTimeOffset quotedAt)
    {
        // An offer id comes with refused quotes as well, and is refused when it is used.
        var possible = wire is { IsRefundable: true, RefundOfferId: not null } && !Same(wire.RefundQuoteType, "NonRefundable");
        return new PartnerQuote
        {
            Kind = CaseKind.Refund,
            OrderNo = orderNo,
            IsPossible = possible,
            OfferId = possible ? wire.RefundOfferId : null,
            Method = VoidReading.Method(wire.RefundMethod),
            RawMethod = wire.RefundMethod,
            Sureness = Same(wire.RefundQuoteType, "AccurateQuote") ? QuoteSureness.Computed : QuoteSureness.CannotQuote,
            FarePaid = Money.From(wire.RefundFareAmount?.OriginalFareAmount, wire.RefundFareAmount?.Currency),
            FareBack = VoidReading.FareBack(wire.RefundFareAmount),
            FareBackShown = Money.From(wire.RefundFareAmount?.DisplayEstimatedRefundAmount, wire.DisplayCurrency),
            Extras = [.. (wire.RefundPostTicketingServiceAmounts ?? []).Select(VoidReading.Extra)],
            Vouchers = [.. (wire.RefundVouchers ?? []).Select(Voucher)],
            Fee = Money.From(wire.ServiceFee?.TransactionFee, wire.ServiceFee?.Currency),
            Tickets = [.. (wire.RefundTickets ?? []).Select(VoidReading.Ticket)],
            ExpectedConfirmationOn = AtlasTimes.Day(wire.ExpectedConfirmationDate),
            ExpectedRefundOn = AtlasTimes.Day(wire.ExpectedRefundDate),
            FastConfirmation = wire.FastConfirmation switch { 0 => false, 1 => true, _ => null },
            Rules = wire.RefundRules is { ValueKind: JsonValueKind.Array } rules ? [.. rules.EnumerateArray().Select(r => RawMask.Of(r.GetRawText()))] : [],
            QuotedAt = quotedAt,
        };
    }

    /// <summary>The case that a submission opened. Everything but the code may be missing.</summary>
    public static PartnerProgress Opened(RefundQuotation wire, string refundCode) => new()
    {
        PartnerRef = refundCode,
        Status = wire.RefundStatus,
        OfferId = wire.RefundOfferId,
        CancelReason = wire.CancelReason,
        FareBack = VoidReading.FareBack(wire.RefundFareAmount),
        Tickets = [.. (wire.RefundTickets ?? []).Select(VoidReading.Ticket)],
        ExpectedConfirmationOn = AtlasTimes.Day(wire.ExpectedConfirmationDate),
        ExpectedRefundOn = AtlasTimes.Day(wire.ExpectedRefundDate),
    };

    /// <summary>The order's refunds, newest first, or null where the answer cannot be about this order or leaves a code out.</summary>
    /// <param name="refundCode">The code that was asked for too: an entry without an order number is ours only if it carries this one.</param>
    public static IReadOnlyList<PartnerProgress>? Cases(RefundOrders wire, string orderNo, string? refundCode) =>
        CaseCodes.Ours(wire.Cases ?? [], orderNo, refundCode, c => c.OrderNo, c => c.RefundCode)?.Select(Progress).ToList();

    private static PartnerProgress Progress(RefundOrder wire) => new()
    {
        PartnerRef = wire.RefundCode!,
        Status = wire.RefundStatus,
        OfferId = wire.RefundOfferId,
        CancelReason = wire.CancelReason,
        FareBack = VoidReading.FareBack(wire.RefundFareAmount),
        ActualBack = VoidReading.ActualBack(wire.ActualRefundAmount, wire.RefundStatus, wire.RefundFareAmount?.Currency),
        Tickets = [.. (wire.RefundTickets ?? []).Select(VoidReading.Ticket)],
        ExpectedConfirmationOn = AtlasTimes.Day(wire.ExpectedConfirmationDate),
        ExpectedRefundOn = AtlasTimes.Day(wire.ExpectedRefundDate),
    };

    private static RefundSegment? Segment(FlightSegment segment)
    {
        if (segment.DepartsLocal is not { } departs)
        {
            return null;
        }

        var number = segment.FlightNumber.StartsWith(segment.Carrier, StringComparison.OrdinalIgnoreCase) ? segment.FlightNumber : segment.Carrier + segment.FlightNumber;
        return new RefundSegment(departs.ToString("yyyyMMdd", CultureInfo.InvariantCulture), number, segment.DepartureAirport, segment.ArrivalAirport);
    }

    private static QuotedVoucher Voucher(RefundVoucher wire) =>
        new(wire.Airline, Money.From(wire.EstimatedRefundAmount, wire.Currency), [.. (wire.EligiblePassengers ?? []).Select(p => p.Name).OfType<string>()])
        {
            ValidFrom = AtlasTimes.Day(wire.VoucherStartDate),
            ValidUntil = AtlasTimes.Day(wire.VoucherEndDate),
            TravelFrom = AtlasTimes.Day(wire.TravelStartDate),
            TravelUntil = AtlasTimes.Day(wire.TravelEndDate),
            Note = wire.Note,
        };

    private static bool Same(string? said, string word) => string.Equals(said, word, StringComparison.OrdinalIgnoreCase);
}
