using BackOffice.Core.Atlas.Wire;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Atlas;

/// <summary>The questions of the house, put to Atlas.</summary>
internal sealed class AtlasQuestions(IAtlasApi api, TimeProvider clock) : IAtlasQuestions
{
    private const string OtherOrder = "other-order";

    public async Task<PartnerAnswer<OrderSnapshot>> FindByNumberAsync(OrderNumber orderNo, CancellationToken cancellationToken)
    {
        var reply = await api.QueryOrderDetailsAsync(new OrderDetailsRequest { OrderNo = orderNo.Value }, cancellationToken);
        return Answer(reply, order => Same(order.OrderNo, orderNo.Value) ? OrderReading.Snapshot(order, clock.GetUtcNow()) : null, OtherOrder);
    }

    public async Task<PartnerAnswer<OrderSnapshot>> FindByPnrAsync(
        string airlinePnr, string carrier, string? passengerName, CancellationToken cancellationToken)
    {
        var request = new OrderDetailsRequest
        {
            AirlinePNR = airlinePnr,
            Carrier = carrier,
            Passengers = passengerName is null ? null : [new PassengerKey(passengerName)],
        };
        var reply = await api.QueryOrderDetailsAsync(request, cancellationToken);
        return Answer(reply, order => OrderReading.Snapshot(order, clock.GetUtcNow()) is { } snapshot && Bears(snapshot, airlinePnr) ? snapshot : null, OtherOrder);
    }

    public async Task<PartnerAnswer<OrderPage>> SearchAsync(OrderSearch search, CancellationToken cancellationToken)
    {
        var request = new OrderListRequest
        {
            PaxName = search.PassengerName,
            ContactEmail = search.ContactEmail,
            Page = search.Page,
            PageSize = search.PageSize,
        };
        return Answer(await api.OrderListAsync(request, cancellationToken), OrderReading.Page, "unreadable");
    }

    public async Task<PartnerAnswer<PartnerQuote>> QuoteVoidAsync(OrderNumber orderNo, CancellationToken cancellationToken)
    {
        var reply = await api.VoidQuotationAsync(new VoidQuotationRequest(orderNo.Value), cancellationToken);
        return Answer(reply, quote => Same(quote.OrderNo, orderNo.Value) ? VoidReading.Quote(quote, orderNo.Value, clock.GetUtcNow()) : null, OtherOrder);
    }

    public async Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryVoidsAsync(OrderNumber orderNo, string? voidCode, CancellationToken cancellationToken)
    {
        var reply = await api.QueryVoidOrdersAsync(new VoidOrdersRequest(orderNo.Value, voidCode), cancellationToken);

        // "No void on this order" comes as an empty list or as 801, and both mean the same.
        return reply is AtlasReply<VoidOrders>.No { Status: 801, Raw: var raw }
            ? new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered([], raw)
            : Answer(reply, cases => VoidReading.Cases(cases, orderNo.Value, voidCode), OtherOrder);
    }

    public async Task<PartnerAnswer<PartnerQuote>> QuoteRefundAsync(OrderSnapshot order, RefundWish wish, CancellationToken cancellationToken)
    {
        if (RefundReading.Ask(order, wish) is not { } request)
        {
            return new PartnerAnswer<PartnerQuote>.Refused(OrdersRefusals.FlightsUnreadable, 0, "{}");
        }

        var reply = await api.RefundQuotationAsync(request, cancellationToken);
        return Answer(
            reply, quote => Same(quote.OrderNo, order.OrderNo) ? RefundReading.Quote(quote, order.OrderNo, clock.GetUtcNow()) : null, OtherOrder, CaseKind.Refund);
    }

    public async Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryRefundsAsync(OrderNumber orderNo, string? refundCode, CancellationToken cancellationToken)
    {
        var reply = await api.QueryRefundOrdersAsync(new RefundOrdersRequest(orderNo.Value, refundCode), cancellationToken);

        // With a code it says that there is none of that code. Without one the page says "order not found for refund", and of a list only that the order
        // could not be matched: whether that means "none" is for whoever asks to judge.
        return refundCode is not null && reply is AtlasReply<RefundOrders>.No { Status: 801, Raw: var raw }
            ? new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered([], raw)
            : Answer(reply, cases => RefundReading.Cases(cases, orderNo.Value, refundCode), OtherOrder, CaseKind.Refund);
    }

    public async Task<PartnerAnswer<Done>> RegisterWebhookAsync(Uri address, CancellationToken cancellationToken)
    {
        var reply = await api.UpdateWebhookUrlAsync(new WebhookUrlRequest(address.AbsoluteUri), cancellationToken);
        return Answer(reply, _ => new Box(), "unreadable") switch
        {
            PartnerAnswer<Box>.Answered yes => new PartnerAnswer<Done>.Answered(default, yes.Raw),
            PartnerAnswer<Box>.Refused no => new PartnerAnswer<Done>.Refused(no.Refusal, no.Code, no.Raw),
            PartnerAnswer<Box>.NoAnswer silent => new PartnerAnswer<Done>.NoAnswer(silent.Reason),
            _ => throw new InvalidOperationException("A fourth kind of answer."),
        };
    }

    private static PartnerAnswer<TOurs> Answer<TWire, TOurs>(AtlasReply<TWire> reply, Func<TWire, TOurs?> read, string unusable, CaseKind about = CaseKind.Void)
        where TWire : class
        where TOurs : class
    {
        switch (reply)
        {
            case AtlasReply<TWire>.Yes yes:
                return read(yes.Body) is { } ours ? new PartnerAnswer<TOurs>.Answered(ours, yes.Raw) : new PartnerAnswer<TOurs>.NoAnswer(unusable);
            case AtlasReply<TWire>.No no:
                var meaning = AtlasAnswers.OfQuestion(no.Status, about);
                return meaning.Refusal is { } refusal
                    ? new PartnerAnswer<TOurs>.Refused(refusal, no.Status, no.Raw)
                    : new PartnerAnswer<TOurs>.NoAnswer(meaning.Unknown ?? "unreadable");
            case AtlasReply<TWire>.Silent silent:
                return new PartnerAnswer<TOurs>.NoAnswer(silent.Reason);
            default:
                throw new InvalidOperationException("A fourth kind of reply.");
        }
    }

    /// <summary>Atlas ignores keys that it does not know and answers about nothing or about something else: the echo decides.</summary>
    private static bool Same(string? echoed, string asked) => string.Equals(echoed, asked, StringComparison.OrdinalIgnoreCase);

    private static bool Bears(OrderSnapshot order, string airlinePnr)
    {
        var locators = order.Passengers.SelectMany(p => p.AirlinePnrs.Concat(p.TicketNumbers)).Concat(order.AirlineBookings.Select(b => b.AirlinePnr).OfType<string>()).ToList();
        return locators.Count == 0 || locators.Contains(airlinePnr, StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Box;
}
