using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BackOffice.Core.Audit;

/// <summary>
/// The chain over the trail: SHA-256 of the previous hash and the line's fields, each with its length in front, so that no text can
/// pose as two fields. It shows change, deletion and reordering; a cut-off tail shows only against a head hash kept elsewhere.
/// </summary>
public static class AuditChain
{
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string HashOf(
        string previousHash, long sequence, DateTimeOffset at, Guid actorId, string actorName, string action, string subject, string detail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previousHash);
        Append(hash, sequence);
        Append(hash, at.ToUnixTimeMilliseconds());
        Append(hash, actorId.ToString("N"));
        Append(hash, actorName);
        Append(hash, action);
        Append(hash, subject);
        Append(hash, detail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first line that does not follow from the one before it, or null where all do.</summary>
    /// <param name="lines">In order of sequence, beginning right after the line whose hash is <paramref name="previousHash"/>.</param>
    public static long? FirstBreak(string previousHash, long previousSequence, IEnumerable<AuditEntry> lines)
    {
        foreach (var line in lines)
        {
            var expected = HashOf(previousHash, line.Sequence, line.At, line.ActorId, line.ActorName, line.Action, line.Subject, line.Detail);
            if (line.Sequence != previousSequence + 1 || line.PreviousHash != previousHash || line.Hash != expected)
            {
                return previousSequence + 1;
            }

            (previousHash, previousSequence) = (line.Hash, line.Sequence);
        }

        return null;
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
