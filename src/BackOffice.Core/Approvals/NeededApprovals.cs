using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <summary>What <see cref="ApprovalRules.Needed"/> asks of the database: the currency's rule, and what was tried before.</summary>
internal static class NeededApprovals
{
    /// <summary>How many others must agree to this quote before this person's word sends it.</summary>
    public static Task<int> OfAsync(BackOfficeDb db, Case found, PartnerQuote quote, StaffRights sender, CancellationToken cancellationToken) =>
        OfAsync(db, found.Kind, found.HoldKey, except: null, quote, sender, cancellationToken);

    /// <inheritdoc cref="OfAsync(BackOfficeDb, Case, PartnerQuote, StaffRights, CancellationToken)"/>
    public static Task<int> OfAsync(BackOfficeDb db, Attempt permit, PartnerQuote quote, StaffRights sender, CancellationToken cancellationToken) =>
        OfAsync(db, permit.Kind, permit.Subject, permit.Id, quote, sender, cancellationToken);

    private static async Task<int> OfAsync(
        BackOfficeDb db, CaseKind kind, string subject, Guid? except, PartnerQuote quote, StaffRights sender, CancellationToken cancellationToken)
    {
        var amount = quote.SingleEstimate;
        return ApprovalRules.Needed(
            amount, quote.Method, await db.RuleOfAsync(amount, cancellationToken), sender,
            kind == CaseKind.CardRefund && await CardAttempts.AnyUnclearAsync(db, subject, except, cancellationToken));
    }
}
