using BackOffice.Core.Data;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Web.Hosting;

/// <summary>Approval rules for a rehearsal that has none, so that all three ways can be played: alone, with one colleague, with two.</summary>
internal sealed class RehearsalRules(Store store)
{
    public Task MakeAsync(CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            if (!await change.Db.Set<ApprovalRule>().AnyAsync(cancellationToken))
            {
                change.Db.Add(new ApprovalRule { Currency = "USD", FreeUpToMinor = 150_00, SecondFromMinor = 1_000_00 });
                change.Audit("settings.rule-set", "rule:USD", new { freeUpTo = "USD 150.00", secondFrom = "USD 1000.00" });
            }

            return default(Done);
        }, cancellationToken);
}
