using System.Text.Json;
using BackOffice.Core.Payments;

namespace BackOffice.Core.AsiaBill;

/// <summary>What an answer about a refund says, read without trusting the rest of its shape. The same for both calls.</summary>
internal sealed record AsiaBillEnvelope
{
    private const int LongestCode = 20;
    private const int LongestDescription = 200;

    /// <summary>The business code as it came, such as <c>0000</c> or <c>L0005</c>; null where none came that is one.</summary>
    public string? Code { get; init; }

    public string? BatchNo { get; init; }

    /// <summary>An open word: <c>pending</c>, <c>success</c>, <c>fail</c>, or one that nobody has listed.</summary>
    public string? RefundStatus { get; init; }

    /// <summary>The payment as the answer names it; digits only where it could be read.</summary>
    public string? TradeNo { get; init; }

    public string? Description { get; init; }

    /// <summary>Null where the body is not one JSON object.</summary>
    public static AsiaBillEnvelope? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var data = root.TryGetProperty("data", out var found) ? found : default;
            return new AsiaBillEnvelope
            {
                Code = AsiaBillScalars.Id(root, "code") is { Length: <= LongestCode } code && code.All(char.IsAsciiLetterOrDigit) ? code : null,
                BatchNo = CardRefundRules.ReadBatchNo(AsiaBillScalars.Id(data, "batchNo")).IsDone(out var batchNo, out _) ? batchNo : null,
                RefundStatus = AsiaBillScalars.Text(data, "refundStatus", 40),
                TradeNo = AsiaBillScalars.Id(data, "tradeNo"),
                Description = AsiaBillScalars.Text(data, "refundDescription", LongestDescription),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair inside a text throws.
            return null;
        }
    }
}
