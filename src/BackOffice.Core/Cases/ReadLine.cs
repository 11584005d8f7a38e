using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

public enum LineScope
{
    Mine,
    Team,
}

/// <param name="Sums">At stake, one sum per currency.</param>
public sealed record BandView(LineBand Band, IReadOnlyList<CaseRow> Rows, IReadOnlyList<Money> Sums);

/// <param name="Now">The server's clock, from which countdowns tick.</param>
public sealed record LineView(IReadOnlyList<BandView> Bands, DateTimeOffset Now, TimeSpan Margin)
{
    /// <summary>More are open than are shown.</summary>
    public bool IsCut { get; init; }

    public int Count => Bands.Sum(b => b.Rows.Count);

    /// <summary>When time alone moves a case into another band; null where it moves none.</summary>
    public DateTimeOffset? NextTurn => Bands.SelectMany(b => b.Rows)
        .Min(r => LineBands.NextTurn(r.State, r.DeadlineAt, r.Flag is not null, Now, Margin, r.PromisedOn));
}

/// <summary>
/// The line: open cases by their last safe moment. Of more than a thousand it keeps those of which nobody knows or that a person must look at, then
/// those that close first; what is left out closes last, or not at all.
/// </summary>
public sealed class ReadLine(Store store, TimeProvider clock)
{
    private const int Most = 1000;

    public Task<Outcome<LineView>> ExecuteAsync(Actor actor, LineScope scope, CancellationToken cancellationToken) =>
        store.ReadAsync<LineView>(actor, Permission.ViewCases, async (db, _) =>
        {
            var now = clock.GetUtcNow();
            var margin = (await db.DeskAsync(cancellationToken)).SafetyMargin;
            var open = db.Set<Case>().Where(c => c.IsOpen);
            open = scope == LineScope.Mine ? open.Where(c => c.OwnerId == actor.Id) : open;
            var safe = now + margin;
            // The database sorts what has no deadline before all others, and what is past before what closes: neither may push out what closes.
            var found = await open.OrderBy(c => c.State == CaseState.OutcomeUnknown || c.Flag != null ? 0 : c.DeadlineAt > safe ? 1 : 2)
                .ThenBy(c => c.DeadlineAt).ThenBy(c => c.Id).Take(Most + 1).Select(CaseRow.Projection).ToListAsync(cancellationToken);
            var rows = found.Take(Most).ToList();
            var bands = Enum.GetValues<LineBand>().Select(band =>
            {
                var mine = rows.Where(r => LineBands.Of(r.State, r.DeadlineAt, r.Flag is not null, now, margin, hasWindow: r.Kind == CaseKind.Void, r.PromisedOn) == band)
                    .OrderBy(r => r.State == CaseState.OutcomeUnknown ? 0 : 1).ThenBy(r => r.DeadlineAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Id).ToList();
                return new BandView(band, mine, Sums(mine));
            });
            return new LineView([.. bands], now, margin) { IsCut = found.Count > Most };
        }, cancellationToken);

    private static IReadOnlyList<Money> Sums(IEnumerable<CaseRow> rows) =>
        [.. rows.Select(r => r.AtStake).OfType<Money>().GroupBy(m => m.Currency, StringComparer.Ordinal).Select(g => g.Aggregate((a, b) => a + b)).OrderBy(m => m.Currency, StringComparer.Ordinal)];
}
