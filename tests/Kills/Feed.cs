using BackOffice.Core.Cases;
using Microsoft.EntityFrameworkCore;

namespace Kills;

/// <summary>Keeps permits coming: new orders, and cases that came back without a void and are permitted once more.</summary>
internal sealed class Feed(Office office, StandIn standIn)
{
    private readonly Dictionary<string, Queue<string>> orders = new(StringComparer.Ordinal);

    public async Task PermitSomeAsync(int count, Random chance)
    {
        for (var i = 0; i < count; i++)
        {
            if (chance.NextDouble() < 0.15 && await ReturnedAsync(chance) is { } returned)
            {
                if (await office.QuotedAgainAsync(returned.Number))
                {
                    await Mischief.PlanAsync(standIn, returned.OrderNo, chance);
                    await office.PermitAsync(returned.Number, byApproval: true);
                }

                continue;
            }

            await PermitOneAsync(Mischief.Scene(chance), byApproval: chance.NextDouble() < 0.4, order => Mischief.PlanAsync(standIn, order, chance));
        }
    }

    /// <summary>A new order, quoted, then spoilt, then permitted. Returns its number.</summary>
    public async Task<string> PermitOneAsync(string scene, bool byApproval, Func<string, Task> spoil)
    {
        var orderNo = await NewOrderAsync(scene);
        var number = await office.QuotedAsync(orderNo);
        await spoil(orderNo);
        await office.PermitAsync(number, byApproval);
        return orderNo;
    }

    private async Task<string> NewOrderAsync(string scene)
    {
        if (!orders.TryGetValue(scene, out var ready) || ready.Count == 0)
        {
            orders[scene] = ready = new Queue<string>(await standIn.CopyAsync(scene, 20));
        }

        return ready.Dequeue();
    }

    /// <summary>A case that was refused or stopped before sending and can be tried again.</summary>
    private async Task<Returned?> ReturnedAsync(Random chance)
    {
        await using var db = office.Open();
        var returned = await db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.Open || c.State == CaseState.Quoted)
            .OrderByDescending(c => c.Id).Take(20).Select(c => new Returned(c.Number, c.OrderNo)).ToListAsync();
        return returned.Count == 0 ? null : returned[chance.Next(returned.Count)];
    }

    private sealed record Returned(string Number, string OrderNo);
}
