using System.Security.Cryptography;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Webhooks;

/// <summary>Reads stored notices and has the cases they point at asked about now. Writes no state, no amount and no code.</summary>
public sealed class ProcessNotices(Store store, IDataProtectionProvider protection)
{
    private const int MostAtOnce = 50;

    private static readonly PreparedQuery<Func<BackOfficeDb, IAsyncEnumerable<long>>> Waiting = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db) => db.Set<Notice>().Where(n => n.ProcessedAt == null).OrderBy(n => n.Id).Select(n => n.Id).Take(MostAtOnce)));

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var waiting = await store.ReadAsWorkerAsync(
            db => Waiting.For(db)(db).ToListAsync(cancellationToken).AsTask(), cancellationToken);
        foreach (var id in waiting)
        {
            await store.ChangeAsWorkerAsync<Done>(change => ProcessAsync(change, id, cancellationToken), cancellationToken);
        }
    }

    private async Task<Outcome<Done>> ProcessAsync(Change change, long id, CancellationToken cancellationToken)
    {
        var notice = await change.Db.Set<Notice>().SingleAsync(n => n.Id == id, cancellationToken);
        var (reading, whyNot) = Open(notice);
        var found = reading is null ? null : await FindAsync(change.Db, reading, cancellationToken);
        notice.ProcessedAt = change.Now;
        notice.Result = whyNot ?? (found is not null ? "asked" : await IsKnownAsync(change.Db, reading!, cancellationToken) ? "not-followed" : "unknown-order");
        if (found is not null)
        {
            notice.CaseId = found.Id;
            found.AskAt(change.Now);
        }

        return default(Done);
    }

    private (NoticeReading? Reading, string? WhyNot) Open(Notice notice)
    {
        try
        {
            return NoticeReading.Read(protection.CreateProtector(ReceiveNotice.Purpose).Unprotect(notice.Sealed));
        }
        catch (CryptographicException)
        {
            return (null, "unreadable");
        }
    }

    private static Task<bool> IsKnownAsync(BackOfficeDb db, NoticeReading reading, CancellationToken cancellationToken) =>
        db.Set<Case>().AnyAsync(c => (reading.OrderNo != null && c.OrderNo == reading.OrderNo) || (reading.VoidCode != null && c.VoidCode == reading.VoidCode), cancellationToken);

    private static async Task<Case?> FindAsync(BackOfficeDb db, NoticeReading reading, CancellationToken cancellationToken)
    {
        var followed = db.Set<Case>().Where(c => c.State == CaseState.Following || c.State == CaseState.OutcomeUnknown);
        return (reading.VoidCode is { } code ? await followed.FirstOrDefaultAsync(c => c.VoidCode == code, cancellationToken) : null)
            ?? (reading.OrderNo is { } order ? await followed.FirstOrDefaultAsync(c => c.OrderNo == order, cancellationToken) : null);
    }
}
