using BackOffice.Core.Cases;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// The loop that reads: once what an earlier run left behind, then notices first and whatever is due. Woken by commits and notices, else looks
/// every few seconds.
/// </summary>
internal sealed class ReconciliationWorker(
    IServiceScopeFactory scopes, CaseChanges changes, NoticeArrivals arrivals, WorkerPulse pulse, IOptions<DispatchOptions> options,
    ILogger<ReconciliationWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new WakeSignal();
        using var subscription = changes.Subscribe(_ => wake.Set());
        using var notices = arrivals.Subscribe(wake.Set);
        var (hasRecovered, hasReopened) = (false, false);
        while (!stoppingToken.IsCancellationRequested)
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                hasRecovered = hasRecovered || await RoundAsync(WorkerNames.Reconciler, scope.ServiceProvider.GetRequiredService<RecoverRound>().ExecuteAsync, stoppingToken);
                hasReopened = hasReopened || await RoundAsync(WorkerNames.Notices, scope.ServiceProvider.GetRequiredService<ReopenNotices>().ExecuteAsync, stoppingToken);
                await RoundAsync(WorkerNames.Notices, scope.ServiceProvider.GetRequiredService<ProcessNotices>().ExecuteAsync, stoppingToken);
                await RoundAsync(WorkerNames.Reconciler, scope.ServiceProvider.GetRequiredService<ReconcileRound>().ExecuteAsync, stoppingToken);
            }

            await wake.WaitAsync(options.Value.LookEvery, stoppingToken);
        }
    }

    private async Task<bool> RoundAsync(string name, Func<CancellationToken, Task> round, CancellationToken stoppingToken)
    {
        try
        {
            await round(stoppingToken);
            pulse.Beat(name, failed: false);
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; the loop's condition ends it.
            return false;
        }
        catch (Exception fault)
        {
            ReconciliationLog.RoundFailed(logger, fault, name);
            pulse.Beat(name, failed: true);
            return false;
        }
    }
}
