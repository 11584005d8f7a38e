using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Reconciliation;

internal static partial class ReconciliationLog
{
    [LoggerMessage(400, LogLevel.Error, "An item of the round failed; it is tried again in the next")]
    public static partial void ItemFailed(ILogger logger, Exception fault);

    [LoggerMessage(401, LogLevel.Error, "A round of {Worker} failed")]
    public static partial void RoundFailed(ILogger logger, Exception fault, string worker);

    [LoggerMessage(402, LogLevel.Warning, "Permit {AttemptId} was being sent by {Claimant}, which runs no more: its outcome is asked for now")]
    public static partial void Died(ILogger logger, Guid attemptId, string? claimant);
}
