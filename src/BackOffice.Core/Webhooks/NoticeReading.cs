using System.Text.Json;

namespace BackOffice.Core.Webhooks;

/// <summary>What a notice points at. Its state, amounts and codes are not read: a notice is never evidence.</summary>
/// <param name="OrderNo">In capital letters, as cases keep it.</param>
internal sealed record NoticeReading(string? OrderNo, string? PartnerRef)
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <summary>Null where the bytes are no JSON object or speak of another event.</summary>
    public static (NoticeReading? Reading, string? WhyNot) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, "unreadable");
            }

            // The event of a refund has no published name; an older edition sent it flat, without a type.
            var data = root.TryGetProperty("data", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
            return Text(root, "type") switch
            {
                "order.void" when root.TryGetProperty("data", out var told) && told.ValueKind == JsonValueKind.Object =>
                    (new NoticeReading(Order(told), Text(told, "voidCode")), null),
                { } type when type.Contains("refund", StringComparison.OrdinalIgnoreCase) => (OfRefund(data), null),
                null when root.TryGetProperty("refundStatus", out _) => (OfRefund(data), null),
                _ => (null, "other-event"),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, "unreadable");
        }
    }

    private static NoticeReading OfRefund(JsonElement data) => new(Order(data), Text(data, "refundCode"));

    private static string? Order(JsonElement data) => Text(data, "orderNo")?.ToUpperInvariant();

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 64 } text ? text : null;
}
