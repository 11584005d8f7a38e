using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Export;

/// <summary>The quote that a case is told by: the one it rests on, and where it rests on none any more, the newest it had.</summary>
internal sealed record SeenQuote(long Id, long CaseId, DateTimeOffset QuotedAt, PartnerQuote Content)
{
    public static async Task<IReadOnlyDictionary<long, SeenQuote>> OfAsync(
        BackOfficeDb db, IReadOnlyCollection<(long CaseId, long? QuoteId)> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Select(c => c.CaseId).ToList();
        var quotes = await db.Set<CaseQuote>().Where(q => ids.Contains(q.CaseId))
            .Select(q => new SeenQuote(q.Id, q.CaseId, q.QuotedAt, q.Content)).ToListAsync(cancellationToken);
        var restsOn = cases.Select(c => c.QuoteId).OfType<long>().ToHashSet();
        return quotes.GroupBy(q => q.CaseId)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(q => restsOn.Contains(q.Id)).ThenByDescending(q => q.Id).First());
    }
}
