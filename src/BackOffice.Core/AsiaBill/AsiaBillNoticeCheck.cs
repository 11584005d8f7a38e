using System.Globalization;
using System.Text.Json;
using BackOffice.Core.Payments;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// The notices of AsiaBill: the signature over the bytes as they came, then over the compact form, then the time, and only then what it points at.
/// The gateway is our own, whatever the sender writes; the version is signed behind the time.
/// </summary>
internal sealed class AsiaBillNoticeCheck(IOptions<AsiaBillOptions> options, TimeProvider clock, ILogger<AsiaBillNoticeCheck> logger) : ICardNoticeCheck
{
    private const int TimeDigits = 13;

    private static readonly TimeSpan MostOff = TimeSpan.FromMinutes(10);
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    public CardNoticeVerdict Check(CardNoticeHead head, ReadOnlyMemory<byte> body)
    {
        var account = options.Value;
        if (!account.IsUsed)
        {
            // Without a key anybody could sign.
            return NotTaken("not-set-up", body);
        }

        if (head is not { RequestId: { Length: > 0 } id, RequestTime: { Length: > 0 } time, SignInfo: { Length: > 0 } signature })
        {
            return NotTaken("incomplete", body);
        }

        var fit = AsiaBillSignatures.Fit(account.SignKey, account.GatewayNo + id + time + head.Version, body, signature);
        if (fit is not (SignatureFit.AsItCame or SignatureFit.Compact))
        {
            return NotTaken("signature", body);
        }

        if (!IsNow(time))
        {
            return NotTaken("time", body);
        }

        if (Read(body) is not { } notice)
        {
            return NotTaken("unreadable", body);
        }

        AsiaBillLog.NoticeGenuine(logger, body.Length, fit);
        return new CardNoticeVerdict(notice, null);
    }

    private CardNoticeVerdict NotTaken(string reason, ReadOnlyMemory<byte> body)
    {
        AsiaBillLog.NoticeNotTaken(logger, body.Length, reason);
        return new CardNoticeVerdict(null, reason);
    }

    /// <summary>
    /// Ten minutes before our clock or after it. Exactly as many digits as a time has: the signed values stand without a gap between them, and
    /// a longer or shorter one could borrow from its neighbours.
    /// </summary>
    private bool IsNow(string milliseconds) =>
        milliseconds.Length == TimeDigits && long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && Math.Abs(at - clock.GetUtcNow().ToUnixTimeMilliseconds()) <= MostOff.TotalMilliseconds;

    public CardNotice? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Shallow);
            var data = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("data", out var found) ? found : default;
            return AsiaBillScalars.Id(json.RootElement, "type") is { } type
                ? new CardNotice(
                    type,
                    CardRefundRules.ReadBatchNo(AsiaBillScalars.Id(data, "batchNo")).IsDone(out var batchNo, out _) ? batchNo : null,
                    AsiaBillScalars.Id(data, "merTrackNo"),
                    TradeNo.Read(AsiaBillScalars.Id(data, "tradeNo")).IsDone(out var tradeNo, out _) ? tradeNo : null)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
