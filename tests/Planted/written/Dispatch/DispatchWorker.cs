using BackOffice.Core.Cases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Dispatch;

/// <summary>The loop of the sender: woken by a commit, else looks every few seconds. Never throws; holds no rules.</summary>
internal sealed class DispatchWorker(
    IServiceScopeFactory scopes, CaseChanges changes, WorkerPulse pulse, IOptions<DispatchOptions> options, ILogger<DispatchWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new WakeSignal();
        using var subscription = changes.Subscribe(_ => wake.Set());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DispatchRound>().ExecuteAsync(stoppingToken);
                pulse.Beat(WorkerNames.Sender, failed: false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                DispatchLog.RoundFailed(logger, fault);
                pulse.Beat(WorkerNames.Sender, failed: true);
            }

            await wake.WaitAsync(options.Value.LookEvery, stoppingToken);
        }
    }
}
