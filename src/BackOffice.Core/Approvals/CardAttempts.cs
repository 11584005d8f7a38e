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
/// <param name="Given">What is known to be given back of the payment, or on its way; of these only what is proved.</param>
public sealed record CardAttempts(string TrackNo, CardWish Wish, IReadOnlyList<UnclearAttempt> Earlier, Money Given)
{
    /// <summary>What the customer has in all where every one of them, and the next, reaches AsiaBill; null where an amount is not known.</summary>
    public Money? AllTogether => Earlier.All(a => a.Amount?.Currency == Wish.Amount.Currency)
        ? Earlier.Where(a => a.BatchNo is null).Aggregate(Given + Wish.Amount, (sum, a) => sum + a.Amount!.Value)
        : null;

    /// <summary>Whether an attempt on the payment ended by a person's word alone, or was proved after its end and is followed by nobody.</summary>
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
        var endings = Enum.GetValues<PersonsWord>().Select(LineOf).ToList();
        var lines = (await db.Set<TimelineEntry>().Where(e => caseIds.Contains(e.CaseId) && endings.Contains(e.Kind)).OrderBy(e => e.Id).ToListAsync(cancellationToken))
            .ToLookup(e => (e.CaseId, e.Kind));
        var earlier = unclear.Select(a => (Attempt: a, Word: WordOf(a))).Select(one => UnclearAttempt.Of(
            one.Attempt, numbers[one.Attempt.CaseId], one.Word, one.Word is { } word ? LineOf(one.Attempt, word, [.. lines[(one.Attempt.CaseId, LineOf(word))]]) : null));
        var made = await db.Set<Attempt>().CountAsync(a => a.CaseId == found.Id, cancellationToken);
        var given = (await CardBooks.BookedAsync(db, found.HoldKey, except: null, cancellationToken))
            .Where(b => b.State is BookedRefundState.Accepted or BookedRefundState.InFlight).Aggregate(Money.Zero(wish.Amount.Currency), (sum, b) => sum + b.Amount);
        return new CardAttempts(CardRefundBody.TrackNo(found.Number, made + 1), wish, [.. earlier.OrderBy(a => a.PermittedAt)], given);
    }

    /// <summary>
    /// Proof alone makes nothing clear: where the case was over, or went on with another one, nobody follows what AsiaBill has, and the next case of the
    /// payment may be about the very same money.
    /// </summary>
    private static IQueryable<Attempt> Unclear(BackOfficeDb db, string subject) => db.Set<Attempt>().AsNoTracking()
        .Where(a => a.Kind == CaseKind.CardRefund && a.Subject == subject
            && ((a.State == AttemptState.Abandoned && a.PartnerRef == null)
                || ((a.State == AttemptState.Abandoned || a.State == AttemptState.Refused) && a.PartnerRef != null
                    && !db.Set<Case>().Any(c => c.Kind == CaseKind.CardRefund && c.PartnerRef == a.PartnerRef))));

    /// <summary>What AsiaBill itself had refused no person's word ended.</summary>
    private static PersonsWord? WordOf(Attempt permit) => permit.State == AttemptState.Refused ? null : PersonsWords.Read(permit.OutcomeReason);

    private static string LineOf(PersonsWord word) => word switch
    {
        PersonsWord.NotThere => new CaseInput.DecidedNotSent().Kind,
        PersonsWord.TakenBack => new CaseInput.RequestWithdrawn().Kind,
        PersonsWord.ClosedByHand => new CaseInput.ClosedByPerson().Kind,
    };

    /// <summary>
    /// The line of the timeline that ended it: the first of its kind after it was permitted, because one permit ends before the next is; the last one where
    /// clocks say otherwise. Requests are taken back as well, so there the instant tells.
    /// </summary>
    private static TimelineEntry? LineOf(Attempt permit, PersonsWord word, IReadOnlyList<TimelineEntry> lines) => word switch
    {
        PersonsWord.NotThere or PersonsWord.ClosedByHand => lines.FirstOrDefault(e => e.At > permit.PlannedAt) ?? lines.LastOrDefault(),
        PersonsWord.TakenBack => lines.FirstOrDefault(e => e.At == permit.AnsweredAt),
    };
}

/// <summary>An attempt of which this desk cannot tell what AsiaBill made of it, or that AsiaBill has and no case follows.</summary>
/// <param name="SentAt">Null where a person was to make it at AsiaBill, or where this desk does not know: see <see cref="MayHaveLeft"/>.</param>
/// <param name="TrackNo">Our number, which a supervisor can look for at AsiaBill.</param>
/// <param name="EndedBy">The word that ended it; null where AsiaBill itself had said no.</param>
/// <param name="EndedByName">Whose word it was; null where no person spoke: it was called off when a backup was put back.</param>
public sealed record UnclearAttempt(
    string CaseNumber, string? TrackNo, Money? Amount, DateTimeOffset PermittedAt, string PermittedByName, DateTimeOffset? SentAt, PersonsWord? EndedBy,
    DateTimeOffset? EndedAt, string? EndedByName, string? Reason)
{
    /// <summary>AsiaBill's number of it, where that was proved after its end and no case follows it; counted as given.</summary>
    public string? BatchNo { get; init; }

    /// <summary>It was the sender's, and called off when a backup was put back: it may have been sent after that backup was taken.</summary>
    public bool MayHaveLeft { get; init; }

    internal static UnclearAttempt Of(Attempt permit, string caseNumber, PersonsWord? word, TimelineEntry? line) => new(
        caseNumber, CardRefundBody.Read(permit.Body)?.TrackNo, permit.Amount, permit.PlannedAt, permit.RequestedByName, permit.IsByHand ? null : permit.ClaimedAt,
        word, line?.At, line?.ActorName, line is { Arguments: [.., var reason] } ? reason : null)
    {
        BatchNo = permit.PartnerRef, MayHaveLeft = !permit.IsByHand && permit.ClaimedAt is null,
    };
}
