using BackOffice.Core.Atlas.Wire;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Atlas;

/// <summary>Void quotes and cases from the wire to our words.</summary>
internal static class VoidReading
{
    public static PartnerQuote Quote(VoidQuotation wire, string orderNo, DateTimeOffset quotedAt)
    {
        // Which of the three ways to say no the partner uses when is not documented: any of them counts.
        var voidable = wire is { IsVoidable: true, VoidOfferId: not null } && wire.VoidWindow is not ({ AllowVoid: false } or { SupportVoid: false });
        return new PartnerQuote
        {
            OrderNo = orderNo,
            IsPossible = voidable,
            OfferId = voidable ? wire.VoidOfferId : null,
            Method = Method(wire.VoidMethod),
            RawMethod = wire.VoidMethod,
            FarePaid = Money.From(wire.VoidFareAmount?.OriginalFareAmount, wire.VoidFareAmount?.Currency),
            FareBack = FareBack(wire.VoidFareAmount),
            Extras = [.. (wire.VoidPostTicketingServiceAmounts ?? []).Select(Extra)],
            Fee = Money.From(wire.ServiceFee?.TransactionFee, wire.ServiceFee?.Currency),
            Tickets = [.. (wire.VoidTickets ?? []).Select(Ticket)],
            ExpectedConfirmationOn = AtlasTimes.Day(wire.ExpectedConfirmationDate),
            ExpectedRefundOn = AtlasTimes.Day(wire.ExpectedRefundDate),
            FastConfirmation = wire.FastConfirmation switch { 0 => false, 1 => true, _ => null },
            Window = wire.VoidWindow is { } w
                ? new VoidWindow
                {
                    SupportVoid = w.SupportVoid,
                    AllowVoid = w.AllowVoid,
                    TimeAfterIssue = w.VoidTimeAfterIssure,
                    TimeBeforeDeparture = w.VoidTimeBeforeDepature,
                    SameDayDeadlineTime = w.SameDayDeadlineTime,
                    SameDayTimezone = w.SameDayTimezone,
                }
                : null,
            RawDeadline = wire.VoidDeadline ?? wire.VoidWindow?.VoidDeadline,
            QuotedAt = quotedAt,
        };
    }

    /// <summary>The case that a submission opened. Everything but the code may be missing.</summary>
    public static PartnerProgress Opened(VoidQuotation wire, string voidCode) => new()
    {
        PartnerRef = voidCode,
        Status = wire.VoidStatus,
        OfferId = wire.VoidOfferId,
        CancelReason = wire.CancelReason,
        FareBack = FareBack(wire.VoidFareAmount),
        ExpectedConfirmationOn = AtlasTimes.Day(wire.ExpectedConfirmationDate),
        ExpectedRefundOn = AtlasTimes.Day(wire.ExpectedRefundDate),
    };

    /// <summary>The order's cases, newest first, or null where the answer cannot be about this order or leaves a code out.</summary>
    /// <param name="voidCode">The code that was asked for too: an entry without an order number is ours only if it carries this one.</param>
    public static IReadOnlyList<PartnerProgress>? Cases(VoidOrders wire, string orderNo, string? voidCode) =>
        CaseCodes.Ours(wire.Cases ?? [], orderNo, voidCode, c => c.OrderNo, c => c.VoidCode)?.Select(Progress).ToList();

    private static PartnerProgress Progress(VoidOrder wire) => new()
    {
        PartnerRef = wire.VoidCode!,
        Status = wire.VoidStatus,
        OfferId = wire.VoidOfferId,
        CancelReason = wire.CancelReason,
        FareBack = FareBack(wire.VoidFareAmount),

        ActualBack = ActualBack(wire.ActualRefundAmount, wire.VoidStatus, wire.VoidFareAmount?.Currency),
        ExpectedConfirmationOn = AtlasTimes.Day(wire.ExpectedConfirmationDate),
        ExpectedRefundOn = AtlasTimes.Day(wire.ExpectedRefundDate),
    };

    /// <summary>A zero before the end means "not known yet", and at 5 "not known at all": what goes back to a card Atlas does not see.</summary>
    public static Money? ActualBack(decimal? amount, int? status, string? currency) =>
        amount is 0 && status is not (2 or 4 or 6) ? null : Money.From(amount, currency);

    public static Money? FareBack(FareAmount? wire) => Money.From(wire?.EstimatedRefundAmount, wire?.Currency);

    public static RefundMethod Method(string? wire) => wire?.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "CASHBACKTOORIGINALPAYMENT" => RefundMethod.Cash,
        "VOUCHER" => RefundMethod.Voucher,
        _ => RefundMethod.Other,
    };

    public static QuotedExtra Extra(PostTicketAmount wire) => new(
        wire.PostTicketingOrderNo,
        Money.From(wire.OriginalPostTicketingServiceAmount, wire.Currency),
        Money.From(wire.EstimatedRefundAmount, wire.Currency));

    public static QuotedTicket Ticket(VoidTicket wire)
    {
        var (last, first) = wire.LastName is null && wire.FirstName is null ? OrderReading.Name(wire.Name) : (wire.LastName ?? "", wire.FirstName ?? "");
        return new QuotedTicket(last, first, wire.TicketNo)
        {
            Paid = Money.From(wire.OriginalTotalAmount, wire.Currency),
            Back = Money.From(wire.EstimatedRefundAmount, wire.Currency),
            Penalty = Money.From(wire.AirlinePenaltyAmount, wire.Currency),
        };
    }
}
