using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Kills;

/// <summary>
/// SIGTERM while a call is in the air and the sender waits for the fresh quotes of two more permits: the reply, let go some time later, is recorded
/// before the process ends with 0, and what was only being prepared stays planned, also when its quote comes after all.
/// </summary>
internal sealed class Drain(Office office, StandIn standIn, Feed feed, Figures figures)
{
    private const string Quotation = "voidQuotation.do";

    /// <summary>As long as the program may take to stop: its longest call, a card refund's minute, and half a minute more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>How long the program may take to hear the signal: before that the partner lets nothing go.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <param name="isSilent">The reply never comes: that, too, is recorded before the process ends.</param>
    /// <returns>False where the desk did not end.</returns>
    public async Task<bool> ExecuteAsync(ChildProcess desk, bool isSilent, Random chance)
    {
        figures.Terminations++;
        var before = (await standIn.VoidCallsAsync(0)).Select(c => c.Sequence).DefaultIfEmpty().Max();
        var hold = chance.Next(2) == 0 ? "hold" : "hold-after";
        var inTheAir = await feed.PermitOneAsync("plain-deposit", byApproval: false, order => standIn.PlanAsync("void.do", hold, order));
        if (await standIn.NextVoidAsync(before, Patience) is null)
        {
            figures.Add($"no void.do came for {inTheAir} although it was permitted");
        }

        var planned = new[]
        {
            await feed.PermitOneAsync("plain-deposit", byApproval: false, HoldQuoteAsync),
            await feed.PermitOneAsync("plain-deposit", byApproval: true, HoldQuoteAsync),
        };
        if (!await Recovery.UntilAsync(() => AreBeingQuotedAsync(planned)))
        {
            figures.Add("termination: nobody asks for the fresh quotes of " + string.Join(" and ", planned));
        }

        desk.SendTerminate();
        if (!isSilent)
        {
            await Task.Delay(Grace + TimeSpan.FromSeconds(chance.NextDouble() * 2.5), TimeProvider.System);
            await standIn.ReleaseAsync();
        }

        var code = await desk.ExitAsync(Patience);
        var faults = await FaultsAsync(inTheAir, isSilent, planned, code);
        foreach (var fault in faults)
        {
            figures.Add("termination: " + fault);
        }

        figures.Drained += faults.Count == 0 ? 1 : 0;
        return code is not null;
    }

    /// <summary>The next quote of the order does not come: planned when it has its own, so it is the sender's.</summary>
    private Task HoldQuoteAsync(string orderNo) => standIn.PlanAsync(Quotation, "hold", orderNo);

    private async Task<bool> AreBeingQuotedAsync(string[] orders)
    {
        var running = await standIn.RunningAsync();
        return orders.All(order => running.Any(c => c.Path == Quotation && c.OrderNo == order));
    }

    private async Task<List<string>> FaultsAsync(string inTheAir, bool isSilent, IReadOnlyList<string> planned, int? code)
    {
        var faults = new List<string>();
        if (code != 0)
        {
            faults.Add(code is null ? "the desk did not end" : FormattableString.Invariant($"the desk ended with {code}"));
        }

        await using var db = office.Open();
        var permit = await db.Set<Attempt>().AsNoTracking().SingleAsync(a => a.OrderNo == inTheAir);
        var isRecorded = isSilent ? permit is { State: AttemptState.Unknown, OutcomeReason: "timeout" } : permit is { State: AttemptState.Accepted, PartnerRef: not null };
        if (!isRecorded)
        {
            faults.Add($"{inTheAir} was in the air and is {permit.State}, {permit.OutcomeReason}");
        }

        var others = await db.Set<Attempt>().AsNoTracking().Where(a => planned.Contains(a.OrderNo)).ToListAsync();
        if (others.Count != planned.Count)
        {
            faults.Add(FormattableString.Invariant($"{planned.Count} were to be planned and {others.Count} were"));
        }

        faults.AddRange(others.Where(a => a.State != AttemptState.Planned).Select(a => $"{a.OrderNo} was planned when the signal came and is {a.State}"));
        return faults;
    }
}
