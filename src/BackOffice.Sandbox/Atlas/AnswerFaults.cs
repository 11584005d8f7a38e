using System.Globalization;
using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Answers that went wrong on the way, made out of good ones.</summary>
internal static class AnswerFaults
{
    private static readonly Dictionary<string, Func<JsonNode?>> UnknownValues = new(StringComparer.Ordinal)
    {
        ["voidMethod"] = () => "StoreCredit",
        ["voidStatus"] = () => 9,
        ["refundStatus"] = () => 9,
        ["refundQuoteType"] = () => "RoughQuote",
        ["fastConfirmation"] = () => 7,
        ["paymentMethod"] = () => 8,
        ["passengerType"] = () => 5,
        ["ticketStatus"] = () => "4",
        ["refundMethod"] = () => "StoreCredit",
        ["cabinClass"] = () => 9,
        ["deductFrom"] = () => "WALLET",
    };

    public static string Spoil(string answer, Fault? fault) => fault switch
    {
        Fault.Garbled => "\u0001\u0000}{" + answer[(answer.Length / 3)..] + "\uFFFD[",
        Fault.Truncated => answer[..(answer.Length / 2)],
        Fault.ExtraFields => Change(answer, AddFields),
        Fault.UnknownEnums => Change(answer, ReplaceEnums),
        Fault.StatusAsText => Change(answer, root => root["status"] = root["status"]?.ToString()),
        Fault.Without missing => Change(answer, root => root[missing.Field] = null),
        _ => answer,
    };

    public static string HtmlPage(int status) => string.Create(
        CultureInfo.InvariantCulture,
        $"<html>\r\n<head><title>{status} Gateway page</title></head>\r\n<body><center><h1>{status} Gateway page</h1></center></body>\r\n</html>\r\n");

    public static int RateLimitStatus(Fault.RateLimited limited) =>
        limited.Form is 1 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;

    public static string RetryAfter(Fault.RateLimited limited) =>
        limited.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);

    public static string RateLimitBody(Fault.RateLimited limited) => WireJson.Write(limited.Form is 3
        ? new JsonObject { ["status"] = 429, ["msg"] = "Rate limit exceeded", ["retryAfter"] = limited.RetryAfterSeconds }
        : new JsonObject
        {
            ["code"] = 429,
            ["message"] = "Rate limit exceeded, retry in the next window",
            ["limitType"] = "QUERY_QPS",
            ["limit"] = 10,
            ["retryAfter"] = limited.RetryAfterSeconds,
        });

    private static string Change(string answer, Action<JsonObject> change)
    {
        var root = (JsonObject)JsonNode.Parse(answer)!;
        change(root);
        return WireJson.Write(root);
    }

    private static void AddFields(JsonObject node)
    {
        foreach (var inner in ObjectsIn(node).ToList())
            AddFields(inner);
        node["addedLater"] = "a field of tomorrow";
        node["addedObject"] = new JsonObject { ["depth"] = 1, ["list"] = new JsonArray(1, "two", null) };
    }

    private static void ReplaceEnums(JsonObject node)
    {
        foreach (var inner in ObjectsIn(node).ToList())
            ReplaceEnums(inner);
        foreach (var (field, value) in UnknownValues)
        {
            if (node[field] is not null)
                node[field] = value();
        }

        if (node["orderStatus"] is JsonValue state)
            node["orderStatus"] = state.GetValueKind() is System.Text.Json.JsonValueKind.String ? "7" : 7;
    }

    private static IEnumerable<JsonObject> ObjectsIn(JsonObject node) => node
        .SelectMany(p => p.Value switch
        {
            JsonObject inner => [inner],
            JsonArray list => list.OfType<JsonObject>(),
            _ => Enumerable.Empty<JsonObject>(),
        });
}
