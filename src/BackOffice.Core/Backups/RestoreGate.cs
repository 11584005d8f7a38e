using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Backups;

/// <summary>Asked inside the transaction of whatever leads to a send: whether this database may send at all.</summary>
public static class RestoreGate
{
    public static readonly Refusal SendingHeld = new("recovery.sending-held", RefusalKind.NotNow);

    public static readonly Refusal InDoubt = new("recovery.in-doubt", RefusalKind.NotNow);

    /// <summary>Atlas shows a void or refund while a recovery runs: ours may not show itself yet, and the only one that does be a colleague's.</summary>
    public static readonly Refusal SeenEarly = new("recovery.seen-early", RefusalKind.NotNow);

    private static readonly PreparedQuery<Func<BackOfficeDb, CancellationToken, Task<bool>>> IsHeld = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, CancellationToken cancellationToken) => db.Set<RestoreMark>().Any(m => m.EndedAt == null)));

    /// <summary>The refusal while a recovery is unfinished, or null.</summary>
    public static async Task<Refusal?> WhyHeldAsync(BackOfficeDb db, CancellationToken cancellationToken) =>
        await IsHeld.For(db)(db, cancellationToken) ? SendingHeld : null;

    /// <summary>Nobody may say that nothing was ever sent while the partner is still being asked; null where nothing is being recovered.</summary>
    public static async Task<Refusal?> WhyInDoubtAsync(BackOfficeDb db, CancellationToken cancellationToken) =>
        await WhyHeldAsync(db, cancellationToken) is null ? null : InDoubt;
}
