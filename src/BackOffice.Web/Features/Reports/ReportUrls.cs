using Microsoft.AspNetCore.WebUtilities;

namespace BackOffice.Web.Features.Reports;

/// <summary>The addresses of this feature.</summary>
public static class ReportUrls
{
    public const string Voids = "/reports/voids";

    public const string File = "/export/void-cases.csv";

    /// <summary>The report with filters as they were typed; the page says what of them cannot be read.</summary>
    public static string Typed(string from, string to, string zone, IEnumerable<string> states, string? airline, string? owner)
    {
        var parts = new List<KeyValuePair<string, string?>> { new("from", from), new("to", to), new("zone", zone) };
        parts.AddRange(states.Select(s => new KeyValuePair<string, string?>("state", s)));
        parts.AddRange(new[] { KeyValuePair.Create("airline", airline?.Trim()), KeyValuePair.Create("owner", owner) }.Where(p => !string.IsNullOrEmpty(p.Value)));
        return QueryHelpers.AddQueryString(Voids, parts);
    }
}
