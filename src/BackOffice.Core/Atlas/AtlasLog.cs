using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Atlas;

/// <summary>Paths, codes, durations and order numbers. Never a body, a name, an address or a header.</summary>
internal static partial class AtlasLog
{
    [LoggerMessage(2100, LogLevel.Information, "Atlas {Path} of {OrderNo}: HTTP {HttpStatus}, status {Status}, {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string path, string orderNo, int? httpStatus, int? status, long milliseconds);

    [LoggerMessage(2101, LogLevel.Warning, "Atlas {Path} of {OrderNo}: no answer, {Reason}, {Milliseconds} ms")]
    public static partial void Silent(ILogger logger, string path, string orderNo, string reason, long milliseconds);

    [LoggerMessage(2102, LogLevel.Information, "Atlas {Path} of {OrderNo} is asked again, try {Attempt}, after {Milliseconds} ms")]
    public static partial void AskedAgain(ILogger logger, string path, string orderNo, int attempt, long milliseconds);

    [LoggerMessage(2110, LogLevel.Information, "Atlas {Path} of {OrderNo} goes out")]
    public static partial void Sending(ILogger logger, string path, string orderNo);

    [LoggerMessage(2111, LogLevel.Information, "Atlas {Path} of {OrderNo} ended: {Outcome}, HTTP {HttpStatus}, {Milliseconds} ms")]
    public static partial void Sent(ILogger logger, string path, string orderNo, string outcome, int? httpStatus, long milliseconds);

    [LoggerMessage(2112, LogLevel.Warning, "Atlas {Path} of {OrderNo} does not go out: the program stood still for longer than its claim holds")]
    public static partial void StoodStill(ILogger logger, string path, string orderNo);
}
