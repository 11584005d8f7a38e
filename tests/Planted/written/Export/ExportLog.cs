using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Export;

internal static partial class ExportLog
{
    [LoggerMessage(900, LogLevel.Information, "{ExportId}: {End} after {Rows} rows")]
    public static partial void Ended(ILogger logger, Guid exportId, string end, long rows);
}
