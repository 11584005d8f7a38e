using Microsoft.Extensions.Logging;

namespace BackOffice.Core.AsiaBill;

/// <summary>Calls, codes, durations and the partner's numbers. Never a body, a name, a signature, a key or a header.</summary>
internal static partial class AsiaBillLog
{
    [LoggerMessage(2200, LogLevel.Information, "AsiaBill look-up of {BatchNo}: HTTP {HttpStatus}, code {Code}, {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string batchNo, int? httpStatus, string? code, long milliseconds);

    [LoggerMessage(2201, LogLevel.Warning, "AsiaBill look-up of {BatchNo}: no answer, {Reason}, {Milliseconds} ms")]
    public static partial void Silent(ILogger logger, string batchNo, string reason, long milliseconds);

    [LoggerMessage(2202, LogLevel.Information, "AsiaBill look-up of {BatchNo} is repeated, try {Attempt}, after {Milliseconds} ms")]
    public static partial void AskedAgain(ILogger logger, string batchNo, int attempt, long milliseconds);

    [LoggerMessage(2210, LogLevel.Information, "AsiaBill refund of {TradeNo} goes out as request {RequestId}")]
    public static partial void Sending(ILogger logger, string tradeNo, string requestId);

    [LoggerMessage(2211, LogLevel.Information, "AsiaBill refund of {TradeNo} ended: {Outcome}, HTTP {HttpStatus}, {Milliseconds} ms")]
    public static partial void Sent(ILogger logger, string tradeNo, string outcome, int? httpStatus, long milliseconds);

    [LoggerMessage(2212, LogLevel.Warning, "AsiaBill refund of {TradeNo} does not go out: the program stood still for longer than its claim holds")]
    public static partial void StoodStill(ILogger logger, string tradeNo);

    [LoggerMessage(2220, LogLevel.Warning, "AsiaBill's answer about {Reference} came with a signature that does not fit: {Fit}; it is read all the same")]
    public static partial void ReplySignature(ILogger logger, string reference, SignatureFit fit);

    [LoggerMessage(2230, LogLevel.Information, "AsiaBill notice of {Length} bytes is genuine: {Fit}")]
    public static partial void NoticeGenuine(ILogger logger, int length, SignatureFit fit);

    [LoggerMessage(2231, LogLevel.Warning, "AsiaBill notice of {Length} bytes is not taken: {Reason}")]
    public static partial void NoticeNotTaken(ILogger logger, int length, string reason);
}
