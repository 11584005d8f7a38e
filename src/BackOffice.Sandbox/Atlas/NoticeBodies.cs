using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Notices as they look on the wire.</summary>
internal static class NoticeBodies
{
    public static JsonObject Void(string account, string orderNo, string voidCode, int status, string message) =>
        Envelope(account, "order.void", new JsonObject
        {
            ["orderNo"] = orderNo,
            ["voidCode"] = voidCode,
            ["voidStatus"] = status,
            ["message"] = message,
        });

    public static JsonObject Ticketed(string account, Order order) =>
        Envelope(account, "order.ticketed", new JsonObject
        {
            ["orderNo"] = order.OrderNo,
            ["orderStatus"] = 2,
            ["paxTicketInfos"] = OrderAnswer.Travellers(order, order.Travellers, isTicketed: true),
        });

    private static JsonObject Envelope(string account, string type, JsonObject data) => new()
    {
        ["cid"] = account,
        ["type"] = type,
        ["status"] = -1,
        ["data"] = data,
    };
}
