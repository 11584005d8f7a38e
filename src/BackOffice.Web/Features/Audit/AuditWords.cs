using System.Globalization;
using System.Text.Json;
using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Audit;

/// <param name="Name">Where in the detail it stands: <c>after.freeUpTo</c>.</param>
public sealed record AuditFact(string Name, string Value);

/// <summary>How a line of the trail is written for eyes.</summary>
public static class AuditWords
{
    private const string CaseSubject = "case:";
    private const string StaffSubject = "staff:";

    /// <summary>Our word for the verb; null where nobody has written one.</summary>
    public static string? Verb(IStringLocalizer<AuditText> texts, string action) =>
        texts["Action." + action] is { ResourceNotFound: false } word ? word.Value : null;

    /// <summary>The verb in the pieces between which a narrow column may break it: each but the last ends with its dot.</summary>
    public static IReadOnlyList<string> Pieces(string action)
    {
        var words = action.Split('.');
        return [.. words[..^1].Select(word => word + "."), words[^1]];
    }

    /// <summary>The number of the case that the line is about, or null.</summary>
    public static string? CaseOf(AuditEntry line) =>
        line.Subject.StartsWith(CaseSubject, StringComparison.Ordinal) ? line.Subject[CaseSubject.Length..] : null;

    /// <summary>The name of the colleague that the line is about, or null.</summary>
    public static string? PersonOf(AuditEntry line, IEnumerable<Actor> people) =>
        line.Subject.StartsWith(StaffSubject, StringComparison.Ordinal) ? NameOf(line.Subject[StaffSubject.Length..], people) : null;

    /// <summary>The name of whoever an id in a line stands for, or null: most ids there are nobody's.</summary>
    public static string? NameOf(string id, IEnumerable<Actor> people) =>
        Guid.TryParse(id, out var person) ? people.FirstOrDefault(p => p.Id == person)?.Name : null;

    /// <summary>What the detail says, level by level, without what is empty.</summary>
    public static IReadOnlyList<AuditFact> Facts(string detail)
    {
        try
        {
            using var document = JsonDocument.Parse(detail);
            return [.. Facts("", document.RootElement)];
        }
        catch (JsonException)
        {
            return [new AuditFact("", detail)];
        }
    }

    private static IEnumerable<AuditFact> Facts(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Facts(name.Length == 0 ? p.Name : name + "." + p.Name, p.Value)),
        JsonValueKind.Array => [new AuditFact(name, string.Join(", ", element.EnumerateArray().Select(Text)))],
        JsonValueKind.Null => [],
        _ => [new AuditFact(name, Text(element))],
    };

    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() ?? "",
        JsonValueKind.Number when element.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => element.GetRawText(),
    };
}
