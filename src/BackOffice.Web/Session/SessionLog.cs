namespace BackOffice.Web.Session;

internal static partial class SessionLog
{
    [LoggerMessage(1300, LogLevel.Warning, "A screen could not be read again; it stays as it was")]
    public static partial void NotReadAgain(ILogger logger, Exception fault);
}
