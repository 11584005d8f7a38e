using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

/// <param name="Tried">What was asked since the send, newest first.</param>
/// <param name="WhyNotNotSent">Why nobody may yet decide that nothing was sent; null where a person may.</param>
public sealed record UnknownRow(CaseRow Case, IReadOnlyList<TimelineEntry> Tried, Refusal? WhyNotNotSent)
{
    /// <summary>Of a void of which nobody knows: the window, while it has not closed. It still counts in case nothing arrived. Null for all others.</summary>
    public Deadline? Window { get; init; }
}

/// <param name="Margin">How long before a window's end it is too late to be safe.</param>
public sealed record UnknownView(IReadOnlyList<UnknownRow> Rows, bool MayDecide, DateTimeOffset Now, TimeSpan Margin);

/// <summary>
/// Outcomes that nobody knows, and cases of which the partner says something that does not fit: first those whose window is still open, by their last
/// safe moment, then the rest by how long they have been unknown.
/// </summary>
public sealed class ReadUnknown(Store store, TimeProvider clock)
{
    private static readonly string[] Tries = ["send-unknown", "nothing-found", "sending", "status"];

    public Task<Outcome<UnknownView>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ReadAsync<UnknownView>(actor, Permission.ViewUnknown, async (db, rights) =>
        {
            var now = clock.GetUtcNow();
            var desk = await db.DeskAsync(cancellationToken);
            var cases = await db.Set<Case>().Where(c => c.State == CaseState.OutcomeUnknown || (c.IsOpen && c.Flag != null))
                .OrderBy(c => c.UnknownSince).ThenBy(c => c.Id).Select(CaseRow.Projection).ToListAsync(cancellationToken);
            var ids = cases.Select(c => c.Id).ToList();
            var tried = await db.Set<TimelineEntry>().Where(e => ids.Contains(e.CaseId) && Tries.Contains(e.Kind)).OrderByDescending(e => e.Id).ToListAsync(cancellationToken);
            var rows = cases.Select(c => new UnknownRow(
                c, [.. tried.Where(e => e.CaseId == c.Id)],
                c.State == CaseState.OutcomeUnknown ? UnknownRules.WhyNotSentIsTooEarly(c.Kind, now, c.UnknownSince, c.ClearNothings, desk.QuietPeriod, c.HintedRef) : CasesRefusals.OutcomeKnown)
            {
                Window = c is { State: CaseState.OutcomeUnknown, Kind: CaseKind.Void } && c.DeadlineAt > now ? c.Deadline : null,
            });
            return new UnknownView([.. rows.OrderBy(r => r.Window?.At ?? DateTimeOffset.MaxValue)], rights.May(Permission.DecideUnknown), now, desk.SafetyMargin);
        }, cancellationToken);
}
