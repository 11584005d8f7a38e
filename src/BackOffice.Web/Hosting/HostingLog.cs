namespace BackOffice.Web.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1000, Level = LogLevel.Warning, Message = "There is no account. Set FirstAdministrator:Email and FirstAdministrator:Password and start again.")]
    public static partial void NobodyCanSignIn(ILogger logger);

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "The first administrator was made. Take FirstAdministrator:Password out of the settings now.")]
    public static partial void FirstAdministratorMade(ILogger logger);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Error, Message = "Request {Code} failed at {Path}")]
    public static partial void RequestFailed(ILogger logger, Exception? exception, string code, string path);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "A browser could not carry out {Function}")]
    public static partial void ScriptFailed(ILogger logger, Exception exception, string function);
}
