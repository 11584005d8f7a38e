using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace Kills;

/// <summary>
/// One recovery pass: the partner behaves, one desk starts and works until nothing is planned or on its way and every unknown outcome was asked
/// about, a person asking for it now instead of waiting for the plan. Then the desk is told to stop with a call in the air.
/// </summary>
internal sealed class Recovery(Office office, StandIn standIn, Feed feed, DeskStarts starts, Figures figures)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>False where a desk did not come up or did not end: there is nothing to go on with.</summary>
    /// <param name="endsInSilence">The partner does not answer the call that is in the air when the desk is told to stop.</param>
    public async Task<bool> ExecuteAsync(Func<Task> judge, bool endsInSilence, Random chance)
    {
        await standIn.ReleaseAsync();
        await standIn.ClearFaultsAsync();
        if (!await UntilAsync(async () => (await standIn.RunningAsync()).Count == 0))
        {
            figures.Add("the stand-in still works on a call");
        }

        await using var desk = starts.Start(office.Database);
        if (await desk.ListeningAsync(Patience) is null)
        {
            figures.Add("a desk did not start for the recovery pass");
            return false;
        }

        await SettleAsync(chance);
        await judge();
        await CloseAsync();
        return await new Drain(office, standIn, feed, figures).ExecuteAsync(desk, endsInSilence, chance);
    }

    /// <summary>Until nothing is planned or being sent, and every open question has been put since it was asked for. What is left is for the judge.</summary>
    private async Task SettleAsync(Random chance)
    {
        await UntilAsync(async () =>
        {
            await using var db = office.Open();
            return !await db.Set<Attempt>().AnyAsync(a => a.State == AttemptState.Planned || a.State == AttemptState.Sending);
        });

        var asked = TimeProvider.System.GetUtcNow();
        await using var db = office.Open();
        var open = await db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.OutcomeUnknown || c.State == CaseState.Following)
            .Select(c => new { c.Number, c.OrderNo, c.State, c.Payment }).ToListAsync();
        foreach (var one in open)
        {
            if (one.State == CaseState.Following)
            {
                // The airline comes to an end with it.
                await standIn.DecideAsync(one.OrderNo, chance.NextDouble() < 0.15 ? 4 : one.Payment == PaymentMethod.VirtualCard ? 5 : 2);
            }

            await office.AskNowAsync(one.Number);
        }

        var numbers = open.Select(c => c.Number).ToList();
        await UntilAsync(async () =>
        {
            await using var look = office.Open();
            return !await look.Set<Case>().AnyAsync(c => numbers.Contains(c.Number) && c.IsOpen && (c.LastAskedAt == null || c.LastAskedAt < asked));
        });
    }

    /// <summary>A person ends what nobody knows: the next batch starts with few open cases.</summary>
    private async Task CloseAsync()
    {
        await using var db = office.Open();
        foreach (var number in await db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.OutcomeUnknown).Select(c => c.Number).ToListAsync())
        {
            await office.CloseUnknownAsync(number);
        }
    }

    internal static async Task<bool> UntilAsync(Func<Task<bool>> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await isSo())
            {
                return true;
            }

            await Task.Delay(Look, TimeProvider.System);
        }

        return false;
    }
}
