using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <summary>Everything the case page shows, read at one instant.</summary>
public sealed record CaseView
{
    public required CaseRow Row { get; init; }
    public required OrderSnapshot Order { get; init; }

    /// <summary>Of a refund: whose tickets, and why.</summary>
    public RefundWish? Wish { get; init; }
    public required string Reason { get; init; }
    public required string OpenedByName { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required DeskSettings Desk { get; init; }
    public string? Fingerprint { get; init; }
    public DateTimeOffset? QuotedAt { get; init; }
    public string? LastRefusal { get; init; }
    public string? LastRefusalCode { get; init; }
    public string? CancelReason { get; init; }
    public Money? ExpectedBack { get; init; }
    public Money? ActualBack { get; init; }
    public DateOnly? ExpectedRefundOn { get; init; }
    /// <summary>What the customer was told last, or null.</summary>
    public CasePromise? Promise { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? PartnerStatusAt { get; init; }
    public DateTimeOffset? LastAskedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The newest two quotes: the present one and the one before, for comparing.</summary>
    public required IReadOnlyList<CaseQuote> Quotes { get; init; }

    /// <summary>Of a card refund: which payment, and how much of it.</summary>
    public CardWish? Card { get; init; }

    /// <summary>Of a card refund: what our books say of its payment.</summary>
    public CardBookView? CardBook { get; init; }

    /// <summary>Of a card refund that is not permitted yet: earlier attempts that may have paid; null where there are none.</summary>
    public CardAttempts? Attempts { get; init; }

    /// <summary>What the connection to AsiaBill can do, by its settings.</summary>
    public CardConnection Cards { get; init; } = new(IsSetUp: false, Sends: false);

    /// <summary>Both legs of the money; null where nobody read them.</summary>
    public CaseLegs? Legs { get; init; }
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
    public required IReadOnlyList<CaseNote> Notes { get; init; }

    /// <summary>Our other cases of the same order, newest first.</summary>
    public IReadOnlyList<CaseRow> OtherCases { get; init; } = [];
    public ApprovalRequest? Request { get; init; }
    public Attempt? Permit { get; init; }

    /// <summary>How many approvals a send of the present quote needs from this person; null without a quote.</summary>
    public int? ApprovalsNeeded { get; init; }
    public required StaffRights Rights { get; init; }

    public CaseQuote? Quote => Fingerprint is null ? null : Quotes.FirstOrDefault();
    public CaseQuote? QuoteBefore => Fingerprint is null ? null : Quotes.Skip(1).FirstOrDefault();
}

/// <summary>Reads one case for its page.</summary>
public sealed class ReadCase(Store store, ICardRefundQuestions cards, TimeProvider clock)
{
    public Task<Outcome<CaseView>> ExecuteAsync(Actor actor, string caseNumber, CancellationToken cancellationToken) =>
        store.ReadAsync<CaseView>(actor, Permission.ViewCases, async (db, rights) =>
        {
            var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Number == caseNumber, cancellationToken);
            if (found is null)
            {
                return CasesRefusals.CaseUnknown;
            }

            var quotes = await db.Set<CaseQuote>().Where(q => q.CaseId == found.Id).OrderByDescending(q => q.Id).Take(2).ToListAsync(cancellationToken);
            var estimate = found.Fingerprint is not null && quotes.Count > 0 ? quotes[0].Content : null;
            var permit = await db.Set<Attempt>().Where(a => a.CaseId == found.Id).OrderByDescending(a => a.PlannedAt).FirstOrDefaultAsync(cancellationToken);
            return new CaseView
            {
                Card = found.Card, Cards = cards.Connection, Permit = permit,
                CardBook = await CardBookView.ReadAsync(db, found, permit?.Id, cancellationToken), Legs = await CaseLegs.ReadAsync(db, found, cancellationToken),
                Attempts = await CardAttempts.ReadAsync(db, found, cancellationToken),
                Row = CaseRows.Of(found) with { Method = estimate?.Method }, Order = found.Order, Wish = found.Wish, Reason = found.Reason, OpenedByName = found.OpenedByName, Now = clock.GetUtcNow(),
                Desk = await db.DeskAsync(cancellationToken), Fingerprint = found.Fingerprint, QuotedAt = found.QuotedAt,
                LastRefusal = found.LastRefusal, LastRefusalCode = found.LastRefusalCode, CancelReason = found.CancelReason,
                ExpectedBack = found.ExpectedBack, ActualBack = found.ActualBack, ExpectedRefundOn = found.ExpectedRefundOn,
                Promise = found.Promise, AcceptedAt = found.AcceptedAt, PartnerStatusAt = found.PartnerStatusAt, LastAskedAt = found.LastAskedAt, ClosedAt = found.ClosedAt,
                Quotes = quotes,
                Timeline = await db.Set<TimelineEntry>().Where(e => e.CaseId == found.Id).OrderByDescending(e => e.Id).ToListAsync(cancellationToken),
                Notes = await db.Set<CaseNote>().Where(n => n.CaseId == found.Id).OrderByDescending(n => n.Id).ToListAsync(cancellationToken),
                OtherCases = await db.Set<Case>().Where(c => c.OrderNo == found.OrderNo && c.Id != found.Id).OrderByDescending(c => c.Id).Select(CaseRow.Projection).ToListAsync(cancellationToken),
                Request = await db.Set<ApprovalRequest>().Include(r => r.Votes).Where(r => r.CaseId == found.Id).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken),
                ApprovalsNeeded = estimate is null ? null : await NeededApprovals.OfAsync(db, found, estimate, rights, cancellationToken),
                Rights = rights,
            };
        }, cancellationToken);
}
