using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Kills;

/// <summary>
/// SIGTERM while a call is in the air and others are planned: the reply, let go some time later, is recorded before the process ends with 0,
/// and nothing is claimed after the signal.
/// </summary>
internal sealed class Drain(Office office, StandIn standIn, Feed feed, Figures figures)
{
    /// <summary>As long as the program may take to stop: its longest call, a card refund's minute, and half a minute more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>How long after the signal a claim that was under way may still be committed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

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
            await feed.PermitOneAsync("plain-deposit", byApproval: false, _ => Task.CompletedTask),
            await feed.PermitOneAsync("plain-deposit", byApproval: true, _ => Task.CompletedTask),
        };
        var signalled = TimeProvider.System.GetUtcNow();
        desk.SendTerminate();
        if (!isSilent)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.2 + (chance.NextDouble() * 2.5)), TimeProvider.System);
            await standIn.ReleaseAsync();
        }

        var code = await desk.ExitAsync(Patience);
        var faults = await FaultsAsync(inTheAir, isSilent, planned, signalled, code);
        foreach (var fault in faults)
        {
            figures.Add("termination: " + fault);
        }

        figures.Drained += faults.Count == 0 ? 1 : 0;
        return code is not null;
    }

    private async Task<List<string>> FaultsAsync(string inTheAir, bool isSilent, IReadOnlyList<string> planned, DateTimeOffset signalled, int? code)
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

        foreach (var other in await db.Set<Attempt>().AsNoTracking().Where(a => planned.Contains(a.OrderNo)).ToListAsync())
        {
            if (other.State is AttemptState.Sending or AttemptState.Unknown)
            {
                faults.Add($"{other.OrderNo} was planned and is {other.State}");
            }

            if (other.ClaimedAt is { } claimed && claimed > signalled + Grace)
            {
                faults.Add(FormattableString.Invariant($"{other.OrderNo} was claimed {(claimed - signalled).TotalMilliseconds:0} ms after the signal"));
            }
        }

        return faults;
    }
}
