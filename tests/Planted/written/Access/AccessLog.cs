using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Access;

internal static partial class AccessLog
{
    [LoggerMessage(50, LogLevel.Warning, "A screen could not be told that its person's account was changed")]
    public static partial void NotTold(ILogger logger, Exception fault);
}
