using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Webhooks;

internal static partial class NoticeLog
{
    [LoggerMessage(500, LogLevel.Error, "Notice {NoticeId} could not be read; it is tried again in the next round")]
    public static partial void Failed(ILogger logger, Exception fault, long noticeId);
}
