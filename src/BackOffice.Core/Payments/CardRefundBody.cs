using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BackOffice.Core.Values;

namespace BackOffice.Core.Payments;

/// <summary>
/// The body of a card refund, built once: these very characters are stored, signed and sent. Pure. Whether AsiaBill checks the signature over
/// the bytes or over a JSON of its own is not known, so nothing gets in that two writers of JSON would write in two ways.
/// </summary>
public static class CardRefundBody
{
    public const int LongestText = 100;
    public const int LongestTrackNo = 32;

    private const string KeptOut = "/<>&+";

    private static readonly JavaScriptEncoder Plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Our own number of a refund, new for every permit of one database: <c>C-2026-000001-1</c>. A restored one begins to count where its backup stood.</summary>
    /// <param name="permit">From 1, counted per case.</param>
    public static string TrackNo(string caseNumber, int permit)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{caseNumber}-{permit}");
        return IsTrackNo(number) ? number : throw new FormatException("Not a number that AsiaBill can carry.");
    }

    /// <summary>Why a text cannot go to AsiaBill as it is, or null. Texts are refused, never changed in silence.</summary>
    public static Refusal? WhyNot(string? text) => text?.Trim() switch
    {
        null or "" => PaymentsRefusals.TextMissing,
        { Length: > LongestText and var length } => PaymentsRefusals.TextTooLong.With(LongestText, length),
        { } given when given.Any(IsKeptOut) => PaymentsRefusals.TextCharacters,
        _ => null,
    };

    /// <summary>All six fields as texts, none empty, in the order of their names.</summary>
    public static Outcome<string> Of(CardRefundWords words)
    {
        if ((WhyNot(words.Reason) ?? WhyNot(words.Remark)) is { } refusal)
        {
            return refusal;
        }

        if (words.Amount.Minor <= 0)
        {
            return PaymentsRefusals.AmountNotPositive;
        }

        if (!IsTrackNo(words.TrackNo))
        {
            throw new FormatException("Not a number that AsiaBill can carry.");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Plain }))
        {
            writer.WriteStartObject();
            writer.WriteString("merTrackNo", words.TrackNo);
            writer.WriteString("refundAmount", words.Amount.ToPlainNumber());
            writer.WriteString("refundReason", words.Reason.Trim());
            writer.WriteString("refundType", ((int)words.Type).ToString(CultureInfo.InvariantCulture));
            writer.WriteString("remark", words.Remark.Trim());
            writer.WriteString("tradeNo", words.TradeNo.Value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What a stored body says, or null where it cannot be read.</summary>
    public static CardRefundRead? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return TradeNo.Read(root.GetProperty("tradeNo").GetString()).IsDone(out var tradeNo, out _)
                && root.GetProperty("merTrackNo").GetString() is { Length: > 0 } trackNo
                && root.GetProperty("refundAmount").GetString() is { Length: > 0 } amount
                ? new CardRefundRead(tradeNo, trackNo, amount)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsTrackNo(string text) =>
        text.Length is > 0 and <= LongestTrackNo && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    /// <summary>Pictures and rare letters take two characters, which some write as they are and some as escapes.</summary>
    private static bool IsKeptOut(char c) =>
        KeptOut.Contains(c, StringComparison.Ordinal) || char.IsControl(c) || char.IsSurrogate(c) || (c is not ('"' or '\\') && Plain.WillEncode(c));
}

/// <summary>What a body is built from.</summary>
/// <param name="Amount">In the payment's currency, which the body does not name.</param>
/// <param name="TrackNo">As <see cref="CardRefundBody.TrackNo"/> makes it: letters, digits and hyphens, at most 32.</param>
public sealed record CardRefundWords(TradeNo TradeNo, CardRefundType Type, Money Amount, string Reason, string Remark, string TrackNo);

/// <summary>What a stored body says.</summary>
/// <param name="PlainAmount">A number with a point and the currency's decimals: <c>165.48</c>.</param>
public sealed record CardRefundRead(TradeNo TradeNo, string TrackNo, string PlainAmount);
