using BackOffice.Core.Atlas.Wire;

namespace BackOffice.Core.Atlas;

/// <summary>Atlas's read-only calls, named as the partner names them. All of them may be repeated.</summary>
internal interface IAtlasApi
{
    Task<AtlasReply<OrderDetails>> QueryOrderDetailsAsync(OrderDetailsRequest request, CancellationToken cancellationToken);

    Task<AtlasReply<OrderList>> OrderListAsync(OrderListRequest request, CancellationToken cancellationToken);

    Task<AtlasReply<VoidQuotation>> VoidQuotationAsync(VoidQuotationRequest request, CancellationToken cancellationToken);

    Task<AtlasReply<VoidOrders>> QueryVoidOrdersAsync(VoidOrdersRequest request, CancellationToken cancellationToken);

    Task<AtlasReply<RefundQuotation>> RefundQuotationAsync(RefundQuotationRequest request, CancellationToken cancellationToken);

    Task<AtlasReply<RefundOrders>> QueryRefundOrdersAsync(RefundOrdersRequest request, CancellationToken cancellationToken);

    /// <summary>Changes the account's one address for notices; the same address twice does no harm.</summary>
    Task<AtlasReply<Acknowledgement>> UpdateWebhookUrlAsync(WebhookUrlRequest request, CancellationToken cancellationToken);
}
