namespace BackOffice.Core.Atlas.Wire;

/// <summary><c>queryOrderDetails.do</c>: the order number, or a locator with its carrier.</summary>
internal sealed record OrderDetailsRequest
{
    public string? OrderNo { get; init; }
    public string? AirlinePNR { get; init; }
    public string? Carrier { get; init; }
    public IReadOnlyList<PassengerKey>? Passengers { get; init; }
}

/// <param name="Name"><c>LAST/FIRST</c>.</param>
internal sealed record PassengerKey(string Name);

/// <summary><c>orderList.do</c>.</summary>
internal sealed record OrderListRequest
{
    public string? PaxName { get; init; }
    public string? ContactEmail { get; init; }
    public int Page { get; init; }
    public int PageSize { get; init; }
}

/// <summary><c>voidQuotation.do</c>.</summary>
internal sealed record VoidQuotationRequest(string OrderNo);

/// <summary><c>queryVoidOrders.do</c>: both keys wherever both are known, because editions of the contract differ on which one counts.</summary>
internal sealed record VoidOrdersRequest(string OrderNo, string? VoidCode);

/// <summary><c>updateWebhookURL.do</c>.</summary>
internal sealed record WebhookUrlRequest(string Url);
