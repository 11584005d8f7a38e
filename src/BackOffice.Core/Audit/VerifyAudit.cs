using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Audit;

/// <summary>A line that somebody wrote down elsewhere: the trail must still hold it.</summary>
public sealed record AuditAnchor(long Sequence, string Hash)
{
    /// <summary>Reads what was typed or pasted, <c>1234 9f86d081…</c>; nothing typed is no anchor.</summary>
    public static Outcome<AuditAnchorRead> Read(string? typed)
    {
        var parts = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return new AuditAnchorRead(null);
        }

        return parts is [var number, var hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
            && hash.ToLowerInvariant() is { Length: 64 } digits && digits.All(char.IsAsciiHexDigitLower)
            ? new AuditAnchorRead(new AuditAnchor(sequence, digits))
            : AuditRefusals.AnchorInvalid;
    }

    /// <summary>As <see cref="Read"/> takes it back.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence} {Hash}");
}

/// <summary>What was read: an anchor, or that none was given.</summary>
public sealed record AuditAnchorRead(AuditAnchor? Anchor);

public enum AnchorResult
{
    NotGiven,

    /// <summary>The line is there, with the very hash.</summary>
    Kept,

    /// <summary>The trail ends before it: its end was cut off.</summary>
    CutOff,

    /// <summary>Another line stands in its place: the trail was written anew.</summary>
    Replaced,

    /// <summary>The chain breaks before it, or at it: nothing can be said of it.</summary>
    NotReached,
}

/// <param name="Lines">How many lines follow from the one before them.</param>
/// <param name="HeadHash">Of the last of them; to be kept elsewhere together with <paramref name="Lines"/>, which is its number.</param>
/// <param name="FirstBreak">The number of the first line that does not follow; null where all do.</param>
public sealed record TrailCheck(long Lines, string HeadHash, long? FirstBreak, AnchorResult Anchor)
{
    /// <summary>What to write down; null where there is no line that could be relied on.</summary>
    public AuditAnchor? Head => Lines > 0 ? new AuditAnchor(Lines, HeadHash) : null;

    public bool IsSound => FirstBreak is null && Anchor is AnchorResult.NotGiven or AnchorResult.Kept;
}

/// <summary>Recomputes the chain over the whole trail, page by page.</summary>
public sealed class VerifyAudit(Store store)
{
    private const int PageSize = 1000;

    /// <param name="progress">Told how many lines have been checked, after each page.</param>
    public async Task<Outcome<TrailCheck>> ExecuteAsync(Actor actor, AuditAnchor? anchor, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (hash, sequence) = (AuditChain.Start, 0L);
        var result = anchor is null ? AnchorResult.NotGiven : AnchorResult.CutOff;
        while (true)
        {
            var after = sequence;
            var read = await store.ReadAsync<List<AuditEntry>>(
                actor, Permission.ViewAudit,
                async (db, _) => await db.Set<AuditEntry>().Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(PageSize).ToListAsync(cancellationToken),
                cancellationToken);
            if (!read.IsDone(out var page, out var refusal))
            {
                return refusal;
            }

            if (page.Find(e => e.Sequence == anchor?.Sequence) is { } line)
            {
                result = line.Hash == anchor!.Hash ? AnchorResult.Kept : AnchorResult.Replaced;
            }

            if (AuditChain.FirstBreak(hash, sequence, page) is { } broken)
            {
                var last = page.FindLast(e => e.Sequence < broken);
                return new TrailCheck(broken - 1, last?.Hash ?? hash, broken, anchor?.Sequence >= broken ? AnchorResult.NotReached : result);
            }

            if (page.Count < PageSize)
            {
                return page.Count == 0 ? new TrailCheck(sequence, hash, null, result) : new TrailCheck(page[^1].Sequence, page[^1].Hash, null, result);
            }

            (sequence, hash) = (page[^1].Sequence, page[^1].Hash);
            progress?.Report(sequence);
        }
    }
}
