using System.Security.Cryptography;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Webhooks;

/// <summary>Stores what came, or recognises it, and nothing else. The caller answers after this has returned.</summary>
public sealed class ReceiveNotice(Store store, IDataProtectionProvider protection, NoticeArrivals arrivals)
{
    /// <param name="partner">Who sent it, by the address and, of AsiaBill's, by a signature that was checked.</param>
    public async Task<Outcome<Done>> ExecuteAsync(NoticePartner partner, byte[] body, CancellationToken cancellationToken)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(body));
        var closed = NoticeSeal.Close(protection, body);
        var stored = await store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var known = await change.Db.Set<Notice>().SingleOrDefaultAsync(n => n.Fingerprint == fingerprint && n.Partner == partner, cancellationToken);
            if (known is null)
            {
                change.Db.Add(new Notice
                {
                    Partner = partner, ReceivedAt = change.Now, LastReceivedAt = change.Now, Fingerprint = fingerprint, Sealed = closed,
                });
            }
            else
            {
                // The same words may tell of something new: a repeated notice is one more reason to ask, never more. What was read is gone, so they are kept anew.
                (known.Times, known.LastReceivedAt, known.ProcessedAt, known.Sealed) = (known.Times + 1, change.Now, null, closed);
            }

            return default(Done);
        }, cancellationToken);
        arrivals.Notify();
        return stored;
    }
}
