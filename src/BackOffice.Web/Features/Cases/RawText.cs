using System.Text.Encodings.Web;
using System.Text.Json;

namespace BackOffice.Web.Features.Cases;

/// <summary>A stored, masked answer set out for reading. What is no JSON is shown as it is.</summary>
internal static class RawText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            return JsonSerializer.Serialize(document.RootElement, Indented);
        }
        catch (JsonException)
        {
            return raw;
        }
    }
}
