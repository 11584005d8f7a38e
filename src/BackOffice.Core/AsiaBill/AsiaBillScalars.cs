using System.Text.Json;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// Single values of AsiaBill's JSON, which come as texts in one place and as numbers in another. A number is taken by its digits and never by its
/// value: 22 digits do not survive a floating type.
/// </summary>
internal static class AsiaBillScalars
{
    private const int LongestId = 64;

    /// <summary>A number or code of somebody's: printable ASCII without spaces, at most 64 characters. Null for anything else.</summary>
    public static string? Id(JsonElement element, string name) => Scalar(element, name) is { Length: <= LongestId } id && id.All(c => c is >= '!' and <= '~') ? id : null;

    /// <summary>A text for eyes, on one line and cut where it is longer than that; null where none came.</summary>
    public static string? Text(JsonElement element, string name, int longest)
    {
        if (Scalar(element, name) is not { } text)
        {
            return null;
        }

        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= longest ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest), "…");
    }

    private static string? Scalar(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()?.Trim(),
            JsonValueKind.Number when value.GetRawText().All(char.IsAsciiDigit) => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
