using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Cases;

internal static partial class CasesLog
{
    [LoggerMessage(200, LogLevel.Warning, "A screen could not be told of a change")]
    public static partial void NotTold(ILogger logger, Exception fault);
}
