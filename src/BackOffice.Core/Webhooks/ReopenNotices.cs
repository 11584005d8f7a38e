using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Webhooks;

/// <summary>
/// Once, when the program starts: notices that an earlier run could not open are put among those to read, where their keys are back. What was opened
/// and made no sense is not among them: nothing of it is left.
/// </summary>
public sealed class ReopenNotices(Store store, IDataProtectionProvider protection)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        byte[] opened = [];
        var locked = await store.ReadAsWorkerAsync(
            db => db.Set<Notice>().Where(n => n.Result == "unreadable" && n.Sealed != opened).OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var id in locked)
        {
            await store.ChangeAsWorkerAsync<Done>(change => ReopenAsync(change, id, cancellationToken), cancellationToken);
        }
    }

    private async Task<Outcome<Done>> ReopenAsync(Change change, long id, CancellationToken cancellationToken)
    {
        var notice = await change.Db.Set<Notice>().SingleAsync(n => n.Id == id, cancellationToken);

        // One whose key is lost for good stays where it is: the oldest are read first, and those that come now would wait behind it.
        if (NoticeSeal.Open(protection, notice.Sealed) is not null)
        {
            notice.ProcessedAt = null;
        }

        return default(Done);
    }
}
