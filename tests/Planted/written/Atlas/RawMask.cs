using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BackOffice.Core.Atlas;

/// <summary>
/// An answer as it may be kept: the same JSON with personal values and links blotted out, at most 16 KB, and always readable as JSON.
/// Of names the first letters stay; a text that looks like an e-mail is blotted out wherever it stands.
/// </summary>
internal static class RawMask
{
    private const int Longest = 16 * 1024;
    private const string Blot = "***";

    private static readonly FrozenSet<string> Names = new[]
    {
        "name", "lastName", "firstName", "paxName", "paxNames", "contactName", "cardHolderLastName", "cardHolderFirstName",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Hidden = new[]
    {
        "email", "contactEmail", "contactEmails", "mmbEmail", "paxEmail", "from", "to",
        "mobile", "phone", "contactPhone", "contactPhones", "address", "postcode", "postalCode",
        "birthday", "birthDate", "gender", "nationality", "cardNum", "cardNumber", "cardCVV", "cardExpired", "cardIssuePlace",
        "tailDigitsOfPaymentCard", "value", "itineraryDownload", "emailLink", "emailSubject", "url", "links", "routingIdentifier", "sessionId",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A body that is not JSON cannot be masked and leaves only its length.</summary>
    public static string Of(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Bounded(Write(writer => Copy(json.RootElement, writer, null)));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair inside a text throws.
            return Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("unreadableCharacters", body.Length);
                writer.WriteEndObject();
            });
        }
    }

    private static string Bounded(string masked)
    {
        var kept = Math.Min(masked.Length, Longest);
        var result = masked;
        while (Encoding.UTF8.GetByteCount(result) > Longest)
        {
            kept = kept * 3 / 4;
            var start = masked[..kept];
            result = Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("tooLongCharacters", masked.Length);
                writer.WriteString("start", start);
                writer.WriteEndObject();
            });
        }

        return result;
    }

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
            case JsonValueKind.Object when !IsHidden(property):
                writer.WriteStartObject();
                foreach (var child in element.EnumerateObject())
                {
                    writer.WritePropertyName(child.Name);
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
                writer.WriteStringValue(Masked(property, element.GetString() ?? ""));
                break;
            case JsonValueKind.Object or JsonValueKind.Number when IsHidden(property):
                writer.WriteStringValue(Blot);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static bool IsHidden(string? property) => property is not null && Hidden.Contains(property);

    private static string Masked(string? property, string text) => text switch
    {
        "" => "",
        _ when IsHidden(property) || text.Contains('@', StringComparison.Ordinal) => Blot,
        _ when property is not null && Names.Contains(property) => FirstLetters(text),
        _ => text,
    };

    /// <summary><c>RIVERA/ELENA MARIA</c> becomes <c>R***/E***</c>.</summary>
    private static string FirstLetters(string name) =>
        string.Join('/', name.Split('/').Select(part => part.Trim()).Select(part => part.Length == 0 ? "" : part.EnumerateRunes().First() + Blot));
}
