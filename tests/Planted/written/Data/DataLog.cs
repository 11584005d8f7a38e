using BackOffice.Core.Access;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Data;

internal static partial class DataLog
{
    [LoggerMessage(100, LogLevel.Warning, "Refused: {ActorId} does not hold {Permission}")]
    public static partial void PermissionRefused(ILogger logger, Guid actorId, Permission permission);

    [LoggerMessage(101, LogLevel.Information, "A change met another one: {Refusal}")]
    public static partial void ConflictRefused(ILogger logger, string refusal);
}
