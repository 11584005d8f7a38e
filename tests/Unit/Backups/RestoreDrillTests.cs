using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Settings;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Backups;

/// <summary>The commands and the program as processes, as somebody at the machine runs them.</summary>
public sealed class RestoreDrillTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;

    /// <summary>A backup of the running program; the void is sent after it; the machine dies; the backup is put in place and started on.</summary>
    [Fact]
    public async Task Backup_OfARunningProgram_PutInPlaceAfterItDied_FindsTheVoidAndSendsNoSecond()
    {
        await using var desk = await Desk.StartAsync(new MovableClock());
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        await using var db = desk.Database.Open();
        await db.Set<DeskSettings>().ExecuteUpdateAsync(s => s.SetProperty(d => d.QuietPeriod, TimeSpan.FromSeconds(2)));
        var copy = Path.Combine(Path.GetDirectoryName(desk.Database.File)!, "night.db");
        var gate = new Gate();
        desk.Partner.Faults.Next("void.do", new Fault.Hold(gate, AfterProcessing: true), Order);

        var program = await RealProgram.StartAsync(desk);
        await using (program)
        {
            var (code, said, complained) = await RealProgram.CommandAsync(desk, "backup", copy);
            Assert.Equal((0, ""), (code, complained));
            Assert.Contains("  100 %", said, StringComparison.Ordinal);
            Assert.DoesNotContain(desk.Partner.Options.ClientSecret, said, StringComparison.Ordinal);

            await desk.ApproveAsync(supervisor, request);
            await gate.Reached.WithinAsync();
            Assert.Equal(FileFault.InUse, DatabaseRestore.PutInPlace(copy, desk.Database.File, desk.Clock).Verdict.Fault);
            await program.KillAsync();
        }

        gate.Release();
        desk.Database.LetGo();
        Assert.Equal((0, ""), await RealProgram.CommandAsync(desk, "restore", copy) is var (restored, _, why) ? (restored, why) : default);
        await using (await RealProgram.StartAsync(desk))
        {
            await UntilAsync(async () =>
            {
                await using var now = desk.Database.Open();
                return await now.Set<RestoreMark>().SingleAsync() is { Origin: "backup", EndedAt: not null };
            });
        }

        Assert.Equal(CaseState.Following, await desk.StateAsync(number));
        Assert.Equal(desk.Partner.Voids(Order)[0].VoidCode, (await desk.CaseAsync(number)).PartnerRef);
        Assert.Equal((1, 1), (desk.Partner.Count("void.do", Order), desk.Partner.AcceptedVoids(Order)));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isSo())
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }
}
