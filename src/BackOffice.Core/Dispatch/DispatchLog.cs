using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Dispatch;

internal static partial class DispatchLog
{
    [LoggerMessage(300, LogLevel.Information, "{CaseNumber}: sending permit {AttemptId}")]
    public static partial void Sending(ILogger logger, string caseNumber, Guid attemptId);

    [LoggerMessage(301, LogLevel.Information, "{CaseNumber}: permit {AttemptId} ended in {Result}")]
    public static partial void Answered(ILogger logger, string caseNumber, Guid attemptId, string result);

    [LoggerMessage(302, LogLevel.Warning, "{CaseNumber}: no fresh quote to be had, nothing sent, asked again later")]
    public static partial void CouldNotAsk(ILogger logger, string caseNumber);

    [LoggerMessage(303, LogLevel.Information, "{CaseNumber}: not claimed, {Refusal}")]
    public static partial void NotClaimed(ILogger logger, string caseNumber, string refusal);

    [LoggerMessage(304, LogLevel.Critical, "{CaseNumber}: the outcome was not taken, {Refusal}; the partner calls it {Reference}")]
    public static partial void NotRecorded(ILogger logger, string caseNumber, string refusal, string reference);

    [LoggerMessage(305, LogLevel.Critical, "{CaseNumber}: the outcome could not be stored; the partner calls it {Reference}")]
    public static partial void RecordFailed(ILogger logger, Exception fault, string caseNumber, string reference);

    [LoggerMessage(306, LogLevel.Error, "A round of the sender failed")]
    public static partial void RoundFailed(ILogger logger, Exception fault);

    [LoggerMessage(307, LogLevel.Error, "Permit {AttemptId} could not be worked on")]
    public static partial void PermitFailed(ILogger logger, Exception fault, Guid attemptId);
}
