using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BackOffice.Sandbox;

/// <summary>A request body whose fields have the wrong JSON type.</summary>
internal sealed class WrongShapeException : Exception;

/// <summary>Reads the fields of a request body. An absent, null or empty field is null; a field of the wrong type throws.</summary>
internal sealed class Question(JsonObject body)
{
    public string? Text(string field) => body[field] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => NullWhenEmpty(value.GetValue<string>()),
        _ => throw new WrongShapeException(),
    };

    public int? Number(string field) => body[field] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<int>(out var number) => number,
        JsonValue value when value.GetValueKind() is JsonValueKind.String
            && int.TryParse(value.GetValue<string>(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new WrongShapeException(),
    };

    public bool Flag(string field) => body[field] switch
    {
        null => false,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>() is "true",
        _ => throw new WrongShapeException(),
    };

    public IReadOnlyList<string> Texts(string field) =>
        [.. Items(field).Select(i => i is JsonValue v && v.GetValueKind() is JsonValueKind.String ? v.GetValue<string>() : throw new WrongShapeException())];

    public IReadOnlyList<int> Numbers(string field) =>
        [.. Items(field).Select(i => i is JsonValue v && v.GetValueKind() is JsonValueKind.Number && v.TryGetValue<int>(out var n) ? n : throw new WrongShapeException())];

    public IReadOnlyList<Question> Objects(string field) =>
        [.. Items(field).Select(i => i is JsonObject o ? new Question(o) : throw new WrongShapeException())];

    public Question? Object(string field) => body[field] switch
    {
        null => null,
        JsonObject inner => new Question(inner),
        _ => throw new WrongShapeException(),
    };

    private JsonArray Items(string field) => body[field] switch
    {
        null => [],
        JsonArray items => items,
        _ => throw new WrongShapeException(),
    };

    private static string? NullWhenEmpty(string text) => text.Length is 0 ? null : text;
}
