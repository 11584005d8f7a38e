using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Webhooks;

/// <summary>Reads stored notices and has the cases they point at asked about now. Writes no state, no amount and no code.</summary>
public sealed class ProcessNotices(Store store, IDataProtectionProvider protection, ICardNoticeCheck cards, ILogger<ProcessNotices> logger)
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
            try
            {
                await store.ChangeAsWorkerAsync<Done>(change => ProcessAsync(change, id, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Those behind it are not to wait for it.
                NoticeLog.Failed(logger, fault, id);
            }
        }
    }

    private async Task<Outcome<Done>> ProcessAsync(Change change, long id, CancellationToken cancellationToken)
    {
        var notice = await change.Db.Set<Notice>().SingleAsync(n => n.Id == id, cancellationToken);
        if (notice.ProcessedAt is not null)
        {
            // Another program on this file was first, and left nothing to read.
            return default(Done);
        }

        notice.ProcessedAt = change.Now;
        if (NoticeSeal.Open(protection, notice.Sealed) is not { } body)
        {
            // Not opened is not read: it stays as it came, for a start with its key.
            notice.Result = "unreadable";
            NoticeLog.Locked(logger, id);
            return default(Done);
        }

        notice.Sealed = [];
        (notice.Result, notice.CaseId) = notice.Partner switch
        {
            NoticePartner.Atlas => await OfAtlasAsync(change, body, cancellationToken),
            NoticePartner.AsiaBill => await CardNotices.AskAsync(change, cards.Read(body), cancellationToken),
        };
        return default(Done);
    }

    private static async Task<(string Result, long? CaseId)> OfAtlasAsync(Change change, byte[] body, CancellationToken cancellationToken)
    {
        var (reading, whyNot) = NoticeReading.Read(body);
        if (reading is null)
        {
            return (whyNot!, null);
        }

        if (await FindAsync(change.Db, reading, cancellationToken) is { } found)
        {
            found.AskAt(change.Now);
            return ("asked", found.Id);
        }

        return (await IsKnownAsync(change.Db, reading, cancellationToken) ? "not-followed" : "unknown-order", null);
    }

    private static Task<bool> IsKnownAsync(BackOfficeDb db, NoticeReading reading, CancellationToken cancellationToken) =>
        db.Set<Case>().AnyAsync(c => (reading.OrderNo != null && c.OrderNo == reading.OrderNo) || (reading.PartnerRef != null && c.PartnerRef == reading.PartnerRef), cancellationToken);

    private static async Task<Case?> FindAsync(BackOfficeDb db, NoticeReading reading, CancellationToken cancellationToken)
    {
        var followed = db.Set<Case>().Where(c => c.Kind != CaseKind.CardRefund && (c.State == CaseState.Following || c.State == CaseState.OutcomeUnknown));
        return (reading.PartnerRef is { } code ? await followed.FirstOrDefaultAsync(c => c.PartnerRef == code, cancellationToken) : null)
            ?? (reading.OrderNo is { } order ? await followed.FirstOrDefaultAsync(c => c.OrderNo == order, cancellationToken) : null);
    }
}
