using System.Globalization;
using BackOffice.Core.Audit;
using Microsoft.AspNetCore.WebUtilities;

namespace BackOffice.Web.Features.Audit;

/// <summary>The addresses of this feature.</summary>
public static class AuditUrls
{
    public const string Trail = "/audit";

    public static string Page(AuditFilter filter, long? olderThan)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["who"] = filter.ActorId?.ToString(), ["action"] = filter.Action, ["on"] = filter.Subject,
            ["before"] = olderThan?.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(Trail, parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)));
    }
}
