using BackOffice.Core.Cases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Dispatch;

/// <summary>
/// The loop of the sender: woken by a commit, else looks every few seconds, and does not wait for calls before it looks again. Never throws; holds no rules.
/// </summary>
internal sealed class DispatchWorker(
    IServiceScopeFactory scopes, CaseChanges changes, WorkerPulse pulse, IOptions<DispatchOptions> options, ILogger<DispatchWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new WakeSignal();
        using var subscription = changes.Subscribe(_ => wake.Set());
        var underWay = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            underWay.RemoveAll(round => round.IsCompleted);
            try
            {
                underWay.Add(await BeginAsync(stoppingToken));
                pulse.Beat(WorkerNames.Sender, failed: false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                DispatchLog.RoundFailed(logger, fault);
                pulse.Beat(WorkerNames.Sender, failed: true);
            }

            await wake.WaitAsync(options.Value.LookEvery, stoppingToken);
        }

        // What has begun is recorded before the program ends.
        await Task.WhenAll(underWay);
    }

    /// <returns>Ends, without a fault, when all that was begun in this round is carried out.</returns>
    private async Task<Task> BeginAsync(CancellationToken stoppingToken)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            return FinishAsync(await scope.ServiceProvider.GetRequiredService<DispatchRound>().BeginAsync(stoppingToken), scope);
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    private async Task FinishAsync(Task round, AsyncServiceScope scope)
    {
        await using (scope)
        {
            try
            {
                await round;
            }
            catch (OperationCanceledException)
            {
                // The program stops: what was only being prepared waits for the next start.
            }
            catch (Exception fault)
            {
                DispatchLog.RoundFailed(logger, fault);
            }
        }
    }
}
