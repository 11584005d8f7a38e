using System.Text.Json.Nodes;
using BackOffice.Sandbox.Atlas;

namespace BackOffice.Sandbox.AsiaBill;

/// <summary>Answers that the fault changes before they are signed, and those that are spoilt on the way after it.</summary>
internal static class CardFaults
{
    /// <summary>Whether the call ends in front of AsiaBill: nothing of it arrives there, unless the switch says that its number does.</summary>
    public static bool StopsInFront(Fault? fault) => fault is Fault.DropBefore or Fault.Html { AfterProcessing: false } or Fault.RateLimited;

    /// <summary>AsiaBill's codes are words; without one it is the code that says nothing.</summary>
    public static JsonObject Refused(Fault.Code fault) => CardJson.Refused(fault.Word ?? AsiaBillCodes.ApiError);

    public static string Rewrite(JsonObject answer, Fault? fault)
    {
        switch (fault)
        {
            case Fault.Without missing:
                answer.Remove(missing.Field);
                (answer["data"] as JsonObject)?.Remove(missing.Field);
                break;
            case Fault.UnknownEnums when answer["data"] is JsonObject data:
                data["refundStatus"] = "reversing";
                break;
        }

        var text = WireJson.Write(answer);
        return fault is Fault.ExtraFields ? AnswerFaults.Spoil(text, fault) : text;
    }

    public static string Damage(string text, Fault? fault) =>
        fault is Fault.Garbled or Fault.Truncated ? AnswerFaults.Spoil(text, fault) : text;
}
