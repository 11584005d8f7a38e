using BackOffice.Core.Health;
using BackOffice.Core.Recovery;
using BackOffice.Web.Features.Health;

namespace Unit.Web.Health;

public sealed class HealthWorriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    private static readonly HealthView Well = new(
        Now, Now.AddSeconds(2), new PartnerBeats(Now, null, null, 0), [new WorkerHealth("sender", Now, Now, true)],
        [new Backlog(BacklogKind.Sending, 1, Now, false)], new DatabaseHealth("SQLite 3.46.1", "truncate", "full", 4096, 0, "First", 0), 0, 0);

    [Fact]
    public void Worries_OfADeskThatIsWell_AreNone() => Assert.Empty(HealthWorries.Of(Well));

    [Fact]
    public void Worries_NameEverythingThatIsWrong()
    {
        var ill = Well with
        {
            NewestStoredAt = Now.AddMinutes(1),
            Partner = new PartnerBeats(Now, Now, "timeout", 1),
            Workers = [new WorkerHealth("sender", Now, null, false), new WorkerHealth("notices", null, null, false)],
            Backlogs = [new Backlog(BacklogKind.Sending, 1, Now, true)],
            Recovery = new RecoveryView("backup", Now, Now, Now, null, 1, 0, 0, 1),
            Database = Well.Database with { Synchronous = "normal", PendingMigrations = 1 },
        };

        Assert.Equal(
            ["Worker Worker.sender", "WorkerNever Worker.notices", "Backlog Backlog.Sending", "Partner ", "Clock ", "Recovery ", "Stray ", "Migrations ", "Synchronous "],
            HealthWorries.Of(ill).Select(w => w.Name + " " + string.Join(' ', w.Arguments)));
    }
}
