using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Recovery;

internal static partial class RecoveryLog
{
    [LoggerMessage(1100, LogLevel.Warning, "This database was restored and is true for {TakenAt:u} only: nothing is sent before {QuietUntil:u}, and not until every open case was asked about")]
    public static partial void Started(ILogger logger, DateTimeOffset takenAt, DateTimeOffset quietUntil);

    [LoggerMessage(1101, LogLevel.Warning, "The recovery of the database of {TakenAt:u} has ended: {Cases} cases were asked about, {Found} voids were found; sending goes on")]
    public static partial void Ended(ILogger logger, DateTimeOffset takenAt, int cases, int found);

    [LoggerMessage(1102, LogLevel.Error, "An item of the recovery failed; it is tried again in the next round")]
    public static partial void ItemFailed(ILogger logger, Exception fault);

    [LoggerMessage(1103, LogLevel.Error, "A round of the recovery failed; nothing is sent until one succeeds")]
    public static partial void RoundFailed(ILogger logger, Exception fault);
}
