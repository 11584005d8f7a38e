using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// An answer as it may be kept: the same JSON, with every value blotted out that is not on the list, at most 16 KB, and always readable as JSON.
/// AsiaBill knows the cardholder, and only part of its fields is documented: what may stay is listed, not what must go. A text that looks like an
/// e-mail or holds the digits of a card is blotted out wherever it stands.
/// </summary>
internal static class AsiaBillMask
{
    private const int Longest = 16 * 1024;
    private const string Blot = "***";
    private const int FewestCardDigits = 12;

    /// <summary>AsiaBill's own numbers, which have many digits.</summary>
    private static readonly FrozenSet<string> Numbers = new[] { "tradeNo", "batchNo", "merTrackNo" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Kept = new[]
    {
        "code", "message", "tradeNo", "batchNo", "merTrackNo", "refundStatus", "refundDescription", "refundReason", "refundType", "refundAmount", "amount", "currency",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A body that is not JSON cannot be masked and leaves only its length.</summary>
    public static string Of(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var masked = Write(writer => Copy(json.RootElement, writer, null));
            return Encoding.UTF8.GetByteCount(masked) <= Longest ? masked : OnlyLength("tooLongCharacters", masked.Length);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair inside a text throws.
            return OnlyLength("unreadableCharacters", body.Length);
        }
    }

    private static string OnlyLength(string name, int length) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber(name, length);
        writer.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Copy(JsonElement element, Utf8JsonWriter writer, string? property)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var child in element.EnumerateObject())
                {
                    writer.WritePropertyName(IsHarmless(child.Name) ? child.Name : Blot);
                    Copy(child.Value, writer, child.Name);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Copy(item, writer, property);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                var text = element.GetString() ?? "";
                writer.WriteStringValue(text.Length == 0 || (IsKept(property) && (IsNumber(property, text) || IsHarmless(text))) ? text : Blot);
                break;
            case JsonValueKind.Number when !IsKept(property) || !(IsNumber(property, element.GetRawText()) || IsHarmless(element.GetRawText())):
                writer.WriteStringValue(Blot);
                break;
            default:
                // Raw, so that a number keeps its digits.
                writer.WriteRawValue(element.GetRawText());
                break;
        }
    }

    private static bool IsKept(string? property) => property is not null && Kept.Contains(property);

    private static bool IsNumber(string? property, string text) =>
        property is not null && Numbers.Contains(property) && text.Length <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    private static bool IsHarmless(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            // Cards are written in groups.
            run = char.IsDigit(c) ? run + 1 : c is ' ' or '-' ? run : 0;
            if (c == '@' || run >= FewestCardDigits)
            {
                return false;
            }
        }

        return true;
    }
}
