using BackOffice.Core.Dispatch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Recovery;

/// <summary>The loop of a recovery. A database can only come to one while no program works on it, so without one the loop ends for good.</summary>
internal sealed class RecoveryWorker(IServiceScopeFactory scopes, IOptions<DispatchOptions> options, ILogger<RecoveryWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new WakeSignal();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<AfterRestoreRound>().ExecuteAsync(stoppingToken))
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                RecoveryLog.RoundFailed(logger, fault);
            }

            await wake.WaitAsync(options.Value.LookEvery, stoppingToken);
        }
    }
}
