namespace BackOffice.Web.Features.Webhooks;

internal static partial class WebhooksLog
{
    [LoggerMessage(1200, LogLevel.Error, "A notice of {Length} bytes could not be stored; the case is asked about by plan")]
    public static partial void NotStored(ILogger logger, Exception fault, int length);
}
