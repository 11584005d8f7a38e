using BackOffice.Core.Data;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>How use cases find what they change.</summary>
internal static class CaseAccess
{
    private static readonly PreparedQuery<Func<BackOfficeDb, string, CancellationToken, Task<Case?>>> ByNumber = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, string number, CancellationToken cancellationToken) => db.Set<Case>().AsTracking().SingleOrDefault(c => c.Number == number)));

    private static readonly PreparedQuery<Func<BackOfficeDb, long, CancellationToken, Task<Case>>> ById = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, long id, CancellationToken cancellationToken) => db.Set<Case>().AsTracking().Single(c => c.Id == id)));

    private static readonly PreparedQuery<Func<BackOfficeDb, long, CancellationToken, Task<CaseQuote>>> QuoteById = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, long id, CancellationToken cancellationToken) => db.Set<CaseQuote>().AsNoTracking().Single(q => q.Id == id)));

    private static readonly PreparedQuery<Func<BackOfficeDb, string, long, IAsyncEnumerable<string>>> OtherCodes = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, string orderNo, long caseId) => db.Set<Case>().Where(c => c.OrderNo == orderNo && c.Id != caseId && c.PartnerRef != null).Select(c => c.PartnerRef!)));

    private static readonly PreparedQuery<Func<BackOfficeDb, CancellationToken, Task<DeskSettings>>> Desk = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, CancellationToken cancellationToken) => db.Set<DeskSettings>().AsNoTracking().Single()));

    private static readonly PreparedQuery<Func<BackOfficeDb, string, CancellationToken, Task<ApprovalRule?>>> RuleByCurrency = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, string currency, CancellationToken cancellationToken) => db.Set<ApprovalRule>().AsNoTracking().SingleOrDefault(r => r.Currency == currency)));

    /// <summary>The case by its number, for changing; open screens are told when it is saved.</summary>
    public static async Task<Outcome<Case>> CaseAsync(this Change change, string number, CancellationToken cancellationToken)
    {
        var found = await ByNumber.For(change.Db)(change.Db, number, cancellationToken);
        if (found is null)
        {
            return CasesRefusals.CaseUnknown;
        }

        change.Touch(found.Id);
        return found;
    }

    public static async Task<Case> CaseAsync(this Change change, long id, CancellationToken cancellationToken)
    {
        change.Touch(id);
        return await ById.For(change.Db)(change.Db, id, cancellationToken);
    }

    public static Task<CaseQuote> QuoteAsync(this Change change, long id, CancellationToken cancellationToken) =>
        QuoteById.For(change.Db)(change.Db, id, cancellationToken);

    /// <summary>The partner's codes that other cases of the order follow, or followed.</summary>
    public static ValueTask<List<string>> CodesOfOtherCasesAsync(this BackOfficeDb db, string orderNo, long caseId, CancellationToken cancellationToken) =>
        OtherCodes.For(db)(db, orderNo, caseId).ToListAsync(cancellationToken);

    public static Task<DeskSettings> DeskAsync(this BackOfficeDb db, CancellationToken cancellationToken) =>
        Desk.For(db)(db, cancellationToken);

    public static async Task<ApprovalRule?> RuleOfAsync(this BackOfficeDb db, Money? amount, CancellationToken cancellationToken) =>
        amount is { Currency: var currency }
            ? await RuleByCurrency.For(db)(db, currency, cancellationToken)
            : null;
}
