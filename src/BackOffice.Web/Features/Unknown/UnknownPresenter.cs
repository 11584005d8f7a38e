using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Web.Features.Cases;

namespace BackOffice.Web.Features.Unknown;

/// <summary>What the page of unknown outcomes shows of what was read. Pure.</summary>
internal static class UnknownPresenter
{
    /// <summary>What does not fit ends by closing only; an unknown outcome has three endings, one of them not before its time.</summary>
    public static IReadOnlyList<UnknownChoice> ChoicesOf(UnknownRow row) => row.Case.State == CaseState.OutcomeUnknown
        ?
        [
            new(UnknownDecision.Sent, null),
            new(UnknownDecision.NotSent, row.WhyNotNotSent),
            new(UnknownDecision.Close, null),
        ]
        : [new(UnknownDecision.Close, null)];

    /// <summary>The line that was written before the call, with the exact body.</summary>
    public static TimelineEntry? SentOf(UnknownRow row) => row.Tried.FirstOrDefault(e => e.Kind == "sending");

    public static string? OfferOf(UnknownRow row) => SentOf(row)?.Detail is { } body ? SendBody.OfferIdOf(body) : null;

    /// <summary>What was asked since, newest first.</summary>
    public static IReadOnlyList<TimelineEntry> AskedOf(UnknownRow row) => row.Case.State == CaseState.OutcomeUnknown
        ? [.. row.Tried.TakeWhile(e => e.Kind != "send-unknown").Where(e => e.Kind == "nothing-found")]
        : [.. row.Tried.Where(e => e.Kind == "status")];

    /// <summary>
    /// The newest of every card. Cards that stand already keep their order, as somebody may be writing in one of them when a window closes; a new one
    /// stands before all that it precedes.
    /// </summary>
    public static IReadOnlyList<UnknownRow> Steady(IReadOnlyList<UnknownRow> shown, IReadOnlyList<UnknownRow> fresh)
    {
        var places = shown.Select((row, place) => (row.Case.Id, place)).ToDictionary(at => at.Id, at => at.place);
        var rows = fresh.Where(r => places.ContainsKey(r.Case.Id)).OrderBy(r => places[r.Case.Id]).ToList();
        for (var i = fresh.Count - 1; i >= 0; i--)
        {
            if (!places.ContainsKey(fresh[i].Case.Id))
            {
                rows.Insert(fresh.Skip(i + 1).Select(later => rows.IndexOf(later)).DefaultIfEmpty(rows.Count).Min(), fresh[i]);
            }
        }

        return rows;
    }

    /// <summary>When the passing of time alone allows something that is not allowed now.</summary>
    public static DateTimeOffset? NextTurn(UnknownView view) =>
        view.Rows.Select(r => StillAsking.Read(r.WhyNotNotSent)?.From).Where(from => from > view.Now).Min();
}
