using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Webhooks;

internal static partial class NoticeLog
{
    [LoggerMessage(500, LogLevel.Error, "Notice {NoticeId} could not be read; it is tried again in the next round")]
    public static partial void Failed(ILogger logger, Exception fault, long noticeId);

    [LoggerMessage(501, LogLevel.Warning, "Notice {NoticeId} could not be opened: its key is not in the key ring; it is kept, and tried again at the next start")]
    public static partial void Locked(ILogger logger, long noticeId);
}
