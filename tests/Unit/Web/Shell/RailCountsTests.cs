using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class RailCountsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Start_WhereTheFirstReadingFails_EndsNothingAndTheNextOneCounts()
    {
        await using var desk = await Desk.StartAsync();
        var seat = new FailsOnce(await desk.Staff.AgentAsync());
        var changes = new CaseChanges(NullLogger<CaseChanges>.Instance);
        var readings = new LiveReadings(changes, new NoRehearsal(), desk.Clock, NullLogger<LiveReadings>.Instance);
        using var life = new CircuitLife();
        using var counts = new RailCounts(desk.Use<ReadCounts>(), new CurrentActor(seat), readings, life);
        var counted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        counts.Changed += () => counted.TrySetResult();

        counts.Start();
        await seat.HasFailed.WaitAsync(Patience);
        changes.Notify([1]);
        await counted.Task.WaitAsync(Patience);

        Assert.Equal(0, counts.Now?.ToApprove);
        Assert.False(readings.IsStale);
    }

    private sealed class FailsOnce(Actor who) : AuthenticationStateProvider
    {
        private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task HasFailed => failed.Task;

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => failed.TrySetResult()
            ? throw new InvalidOperationException("The database is busy.")
            : Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Id.ToString())], "test"))));
    }
}
