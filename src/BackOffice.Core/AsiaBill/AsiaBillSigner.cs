using System.Security.Cryptography;
using System.Text;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// AsiaBill's signature: the values of the head, of the path, of the query, and the body, joined by full stops where they are there, under
/// HMAC-SHA256. Pure. It signs the very bytes that it is given and never writes JSON itself.
/// </summary>
internal static class AsiaBillSigner
{
    /// <summary>64 hexadecimal digits in upper case.</summary>
    public static string Sign(string signKey, SignedText text) => Convert.ToHexString(Hash(signKey, text));

    /// <summary>Compares in a time that does not tell how much of it fits. The case of the digits does not count.</summary>
    public static bool IsGood(string signKey, SignedText text, string? signature)
    {
        var given = new byte[HMACSHA256.HashSizeInBytes];
        return signature?.Length == given.Length * 2
            && Convert.FromHexString(signature, given, out _, out _) is System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(Hash(signKey, text), given);
    }

    /// <summary>The values of a path or a query in the order of their names, with nothing between.</summary>
    public static string Glued(IEnumerable<KeyValuePair<string, string>> named) =>
        string.Concat(named.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Value));

    private static byte[] Hash(string signKey, SignedText text) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(signKey), Bytes(text));

    private static byte[] Bytes(SignedText text) =>
        new[] { Encoding.UTF8.GetBytes(text.Head), Encoding.UTF8.GetBytes(text.Path), Encoding.UTF8.GetBytes(text.Query), text.Body.ToArray() }
            .Where(part => part.Length > 0)
            .Aggregate((before, part) => [.. before, (byte)'.', .. part]);
}

/// <summary>The parts of what is signed; a part that is not there is empty.</summary>
/// <param name="Head">The values of the signed headers in the order of their names: gateway, id, time, and the version of a notice.</param>
internal sealed record SignedText(string Head)
{
    public string Path { get; init; } = "";
    public string Query { get; init; } = "";
    public ReadOnlyMemory<byte> Body { get; init; }
}
