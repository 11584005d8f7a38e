using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// Checks what AsiaBill signed. Its own code checks a JSON that it has read and written again, so a body that arrives with white space may be signed
/// without: the bytes as they came are tried first, the compact form second.
/// </summary>
internal static class AsiaBillSignatures
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <param name="head">The values of the signed headers, glued, with our own gateway and not the one that the sender names.</param>
    public static SignatureFit Fit(string signKey, string head, ReadOnlyMemory<byte> body, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
        {
            return SignatureFit.Missing;
        }

        if (AsiaBillSigner.IsGood(signKey, new SignedText(head) { Body = body }, signature))
        {
            return SignatureFit.AsItCame;
        }

        return CompactOf(body) is { } compact && AsiaBillSigner.IsGood(signKey, new SignedText(head) { Body = compact }, signature)
            ? SignatureFit.Compact
            : SignatureFit.Wrong;
    }

    private static ReadOnlyMemory<byte>? CompactOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Shallow);
            var buffer = new ArrayBufferWriter<byte>(body.Length);
            using (var writer = new Utf8JsonWriter(buffer, Compact))
            {
                json.RootElement.WriteTo(writer);
            }

            return buffer.WrittenMemory;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair inside a text throws.
            return null;
        }
    }
}
