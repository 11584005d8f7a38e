using System.Globalization;
using CsvHelper;

namespace BackOffice.Core.Export;

/// <summary>How a file is written: RFC 4180 with commas and CRLF, UTF-8 with its mark, so that spreadsheets read names in any script.</summary>
internal static class CsvForm
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, NewLine = "\r\n", Quoting = CsvQuoting.WhenNeededOrWhitespace };

    /// <summary>The stream stays open.</summary>
    public static CsvWriter Over(Stream output) => CsvWriter.Create(output, Options, leaveOpen: true);

    /// <summary>UTC, milliseconds as stored: <c>2026-11-21T08:13:09.512Z</c>.</summary>
    public static string Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Date(DateOnly? on) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string List(IEnumerable<string> parts) => string.Join("; ", parts);
}
