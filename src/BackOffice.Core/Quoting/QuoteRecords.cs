using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Quoting;

/// <summary>Keeps a quote beside the case, with the deadline that follows from it.</summary>
internal static class QuoteRecords
{
    public static async Task<CaseQuote> AddAsync(
        Change change, Case found, PartnerAnswer<PartnerQuote>.Answered quoted, CancellationToken cancellationToken)
    {
        var quote = new CaseQuote
        {
            CaseId = found.Id, QuotedAt = change.Now, QuotedByName = change.Actor.Name, Fingerprint = QuoteFingerprint.Of(quoted.Value),
            Content = quoted.Value, Deadline = QuoteDeadline.Of(quoted.Value, found.Order), Raw = quoted.Raw,
        };
        change.Db.Add(quote);
        await change.Db.SaveChangesAsync(cancellationToken);
        return quote;
    }

    /// <summary>The sum for a timeline line: one amount per currency, or a dash where there is none, or none that is a quote.</summary>
    public static string SumOf(PartnerQuote quote) =>
        quote is { Sureness: QuoteSureness.Computed, EstimatedBack: { Count: > 0 } sums } ? string.Join(" + ", sums) : "–";
}
