using System.Text.Json.Serialization;

namespace BackOffice.Core.Atlas.Wire;

/// <summary>Atlas's JSON, generated. Unknown fields are ignored, and a scalar of the wrong sort counts as absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientInt), typeof(LenientDecimal), typeof(LenientBool), typeof(LenientText)])]
[JsonSerializable(typeof(OrderDetailsRequest))]
[JsonSerializable(typeof(OrderListRequest))]
[JsonSerializable(typeof(VoidQuotationRequest))]
[JsonSerializable(typeof(VoidOrdersRequest))]
[JsonSerializable(typeof(WebhookUrlRequest))]
[JsonSerializable(typeof(OrderDetails))]
[JsonSerializable(typeof(PaxTicketInfo))]
[JsonSerializable(typeof(AncillaryInfo))]
[JsonSerializable(typeof(AirlineBookingInfo))]
[JsonSerializable(typeof(Segment))]
[JsonSerializable(typeof(OrderList))]
[JsonSerializable(typeof(ListedOrder))]
[JsonSerializable(typeof(VoidQuotation))]
[JsonSerializable(typeof(VoidTicket))]
[JsonSerializable(typeof(PostTicketAmount))]
[JsonSerializable(typeof(VoidOrders))]
[JsonSerializable(typeof(VoidOrder))]
[JsonSerializable(typeof(RefundQuotationRequest))]
[JsonSerializable(typeof(RefundOrdersRequest))]
[JsonSerializable(typeof(RefundQuotation))]
[JsonSerializable(typeof(RefundVoucher))]
[JsonSerializable(typeof(VoucherPassenger))]
[JsonSerializable(typeof(RefundOrders))]
[JsonSerializable(typeof(RefundOrder))]
[JsonSerializable(typeof(Acknowledgement))]
internal sealed partial class AtlasJson : JsonSerializerContext;
