using System.Globalization;
using System.Text.Json;

namespace BackOffice.Core.Atlas;

/// <summary>The few fields that decide what an answer is, read without trusting the rest of its shape.</summary>
internal sealed record AtlasEnvelope
{
    /// <summary>The business code; null where none came that is a whole number.</summary>
    public int? Status { get; init; }

    /// <summary>Over the limit: <c>status</c> 429, or <c>code</c> 429 in a body without a status.</summary>
    public bool IsThrottled { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? OrderNo { get; init; }

    /// <summary>Of the void or refund that a submission opened.</summary>
    public string? CaseCode { get; init; }

    public int? CaseStatus { get; init; }

    /// <summary>Null where the body is not one JSON object.</summary>
    public static AtlasEnvelope? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var status = Number(root, "status");
            return new AtlasEnvelope
            {
                Status = status,
                IsThrottled = status is 429 || (status is null && Number(root, "code") is 429),
                RetryAfter = Number(root, "retryAfter") is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : null,
                OrderNo = Text(root, "orderNo"),
                CaseCode = Text(root, "voidCode") ?? Text(root, "refundCode"),
                CaseStatus = Number(root, "voidStatus") ?? Number(root, "refundStatus"),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair inside a text throws.
            return null;
        }
    }

    private static int? Number(JsonElement root, string name) => root.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt32(out var number) ? number : null,
            JsonValueKind.String => int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        }
        : null;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()!.Trim()
            : null;
}
