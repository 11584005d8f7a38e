using BackOffice.Core.Health;

namespace BackOffice.Web.Features.Health;

/// <param name="Name">Its sentence is the text <c>Worry.{Name}</c>.</param>
/// <param name="Arguments">Keys of texts.</param>
public sealed record Worry(string Name, params string[] Arguments);

/// <summary>What somebody should look at. Pure.</summary>
public static class HealthWorries
{
    /// <summary>A clock may be this far behind the newest line: two machines never agree to the millisecond.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(5);

    /// <summary>A void is followed for weeks; what was lost in a restore has shown itself by then, and other notices come by other ways.</summary>
    private static readonly TimeSpan StrayFor = TimeSpan.FromDays(30);

    public static IReadOnlyList<Worry> Of(HealthView view) =>
    [
        .. view.Workers.Where(w => !w.IsWell).Select(w => new Worry(w.LastAt is null ? "WorkerNever" : "Worker", "Worker." + w.Name)),
        .. view.Backlogs.Where(b => b.IsLate).Select(b => new Worry("Backlog", "Backlog." + b.Kind)),
        .. When(view.Partner.SilentInARow > 0, new Worry("Partner")),
        .. When(ClockWentBack(view.Now, view.NewestStoredAt), new Worry("Clock")),
        .. When(view.Recovery is { IsRunning: true }, new Worry("Recovery")),
        .. When(view.Recovery is { StrayNotices: > 0, EndedAt: var ended } && (ended is null || view.Now - ended < StrayFor), new Worry("Stray")),
        .. When(view.Database.PendingMigrations > 0, new Worry("Migrations")),
        .. When(view.Database is { Synchronous: { } kept } && kept is not ("full" or "extra"), new Worry("Synchronous")),
    ];

    public static bool ClockWentBack(DateTimeOffset now, DateTimeOffset? newestStoredAt) => newestStoredAt is { } newest && newest > now + ClockSlack;

    private static Worry[] When(bool isSo, Worry worry) => isSo ? [worry] : [];
}
