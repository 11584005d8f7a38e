using BackOffice.Core.Audit;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Unit.Testing;

/// <summary>What a desk goes through around a backup: how far its case had come, and the rounds after it was put back.</summary>
internal static class Restores
{
    /// <summary>A backup of the moment that is named, and its case sent after it.</summary>
    public static async Task<(string Number, string Copy)> BackedUpAsync(this Desk desk, Scene scene, string stage)
    {
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.OpenAsync(agent, scene);
        var copy = stage == "open" ? desk.BackUp() : null;
        await desk.QuoteAsync(agent, number);
        copy ??= stage == "quoted" ? desk.BackUp() : null;
        var request = await desk.AskAsync(agent, number);
        copy ??= stage == "awaiting approval" ? desk.BackUp() : null;
        await desk.ApproveAsync(supervisor, request);
        copy ??= stage == "planned" ? desk.BackUp() : null;
        if (copy is not null)
        {
            await desk.SendRoundAsync();
            return (number, copy);
        }

        var gate = new Gate();
        desk.Partner.Faults.Next("void.do", new Fault.Hold(gate, AfterProcessing: true), scene.OrderNo);
        var sending = desk.SendRoundAsync();
        await gate.Reached.WithinAsync();
        copy = desk.BackUp();
        gate.Release();
        await sending;
        return (number, copy);
    }

    /// <summary>Rounds every minute of the desk's time.</summary>
    public static async Task WorkForAsync(this Desk desk, TimeSpan time)
    {
        var until = desk.Clock.GetUtcNow() + time;
        await desk.WorkAsync();
        while (desk.Clock.GetUtcNow() < until)
        {
            desk.Pass(TimeSpan.FromMinutes(1));
            await desk.WorkAsync();
        }
    }

    /// <summary>What the trail says of recoveries, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> RecoveryTrailAsync(this Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<AuditEntry>().Where(e => e.Subject.StartsWith("recovery:")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync();
    }
}
