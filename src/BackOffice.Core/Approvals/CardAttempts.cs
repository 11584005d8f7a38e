using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <summary>The next attempt to give some of a card payment back, beside those that may have paid already.</summary>
/// <param name="TrackNo">Our number of the next one, as it will go to AsiaBill.</param>
/// <param name="Wish">What the next one gives back, of which payment.</param>
/// <param name="Earlier">Oldest first; of every case of the payment.</param>
public sealed record CardAttempts(string TrackNo, CardWish Wish, IReadOnlyList<UnclearAttempt> Earlier)
{
    private static readonly string[] Endings = [new CaseInput.DecidedNotSent().Kind, new CaseInput.ClosedByPerson().Kind];

    /// <summary>What the customer gets where every one of them, and the next, reaches AsiaBill; null where an amount is not known.</summary>
    public Money? AllTogether => Earlier.All(a => a.Amount?.Currency == Wish.Amount.Currency) ? Earlier.Aggregate(Wish.Amount, (sum, a) => sum + a.Amount!.Value) : null;

    /// <summary>Whether an attempt on the payment ended by a person's word alone.</summary>
    internal static Task<bool> AnyUnclearAsync(BackOfficeDb db, string subject, Guid? except, CancellationToken cancellationToken) =>
        Unclear(db, subject).AnyAsync(a => a.Id != except, cancellationToken);

    /// <returns>Null where there is nothing to compare: no card refund, already permitted, or nothing unclear before it.</returns>
    internal static async Task<CardAttempts?> ReadAsync(BackOfficeDb db, Case found, CancellationToken cancellationToken)
    {
        if (found.Card is not { } wish || found.State is not (CaseState.Open or CaseState.Quoted or CaseState.AwaitingApproval))
        {
            return null;
        }

        var unclear = await Unclear(db, found.HoldKey).OrderBy(a => a.PlannedAt).ToListAsync(cancellationToken);
        if (unclear.Count == 0)
        {
            return null;
        }

        var caseIds = unclear.Select(a => a.CaseId).Distinct().ToList();
        var numbers = await db.Set<Case>().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellationToken);
        var words = (await db.Set<TimelineEntry>().Where(e => caseIds.Contains(e.CaseId) && Endings.Contains(e.Kind)).OrderBy(e => e.Id).ToListAsync(cancellationToken))
            .ToLookup(e => e.CaseId);
        var made = await db.Set<Attempt>().CountAsync(a => a.CaseId == found.Id, cancellationToken);

        // Each such word ended one permit of its case, in this order.
        var earlier = unclear.GroupBy(a => a.CaseId)
            .SelectMany(ofCase => ofCase.Select((a, at) => UnclearAttempt.Of(a, numbers[a.CaseId], words[a.CaseId].ElementAtOrDefault(at))));
        return new CardAttempts(CardRefundBody.TrackNo(found.Number, made + 1), wish, [.. earlier.OrderBy(a => a.PermittedAt)]);
    }

    private static IQueryable<Attempt> Unclear(BackOfficeDb db, string subject) =>
        db.Set<Attempt>().AsNoTracking().Where(a => a.Kind == CaseKind.CardRefund && a.Subject == subject && a.State == AttemptState.Abandoned);
}

/// <summary>An attempt of which nobody could find out what AsiaBill made of it.</summary>
/// <param name="SentAt">Null where a person was to make it at AsiaBill.</param>
/// <param name="TrackNo">Our number, which a supervisor can look for at AsiaBill.</param>
/// <param name="WasClosed">Dealt with outside the program; else a person said that it was not there.</param>
public sealed record UnclearAttempt(
    string CaseNumber, string? TrackNo, Money? Amount, DateTimeOffset PermittedAt, string PermittedByName, DateTimeOffset? SentAt, bool WasClosed,
    DateTimeOffset? EndedAt, string? EndedByName, string? Reason)
{
    internal static UnclearAttempt Of(Attempt permit, string caseNumber, TimelineEntry? word) => new(
        caseNumber, CardRefundBody.Read(permit.Body)?.TrackNo, permit.Amount, permit.PlannedAt, permit.RequestedByName, permit.IsByHand ? null : permit.ClaimedAt,
        word?.Kind == new CaseInput.ClosedByPerson().Kind, word?.At, word?.ActorName, word is { Arguments: [.., var reason] } ? reason : null);
}
