using System.Security.Cryptography;
using System.Text;

namespace BackOffice.Sandbox;

/// <summary>
/// AsiaBill's <c>sign-info</c>: HMAC-SHA256 over the values of header, path, query and body, joined by full stops, as hexadecimal.
/// Parts that are empty are left out together with their full stop.
/// </summary>
public static class AsiaBillSignature
{
    /// <param name="head">The values of gateway, id and time, of a notice the version too, in that order.</param>
    /// <param name="body">The bytes as they are sent; no other writing of the same JSON has this signature.</param>
    /// <param name="path">Parameters of the path by name.</param>
    /// <param name="query">Parameters of the query by name, before they are encoded.</param>
    /// <returns>64 digits in upper case.</returns>
    public static string Of(
        string signKey,
        IEnumerable<string> head,
        ReadOnlySpan<byte> body,
        IEnumerable<KeyValuePair<string, string>>? path = null,
        IEnumerable<KeyValuePair<string, string>>? query = null)
    {
        string[] parts = [string.Concat(head), ByName(path), ByName(query)];
        var text = string.Join('.', parts.Where(p => p.Length > 0));
        byte[] signed = [.. Encoding.UTF8.GetBytes(body.IsEmpty ? text : text + "."), .. body];
        return Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(signKey), signed));
    }

    /// <summary>Compares without regard to case, in a time that does not tell how far the given one is right.</summary>
    public static bool Fits(string expected, string? given) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected.ToUpperInvariant()),
            Encoding.UTF8.GetBytes(given.ToUpperInvariant()));

    private static string ByName(IEnumerable<KeyValuePair<string, string>>? parameters) =>
        string.Concat((parameters ?? []).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value));
}
