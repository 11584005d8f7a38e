using System.Text.RegularExpressions;
using Simulation.Runs;

namespace Simulation.Partner;

/// <summary>Answers that a partner may give and that say less than they seem to.</summary>
internal static partial class Odd
{
    /// <summary>A submission is under way; of AsiaBill: this id came before.</summary>
    public static string Running(Packet packet) => Calls.IsOfCards(packet.Path) ? """{"code":"L0004","message":"repeated request"}""" : """{"status":814,"msg":"submission running"}""";

    public static string Exists(Packet packet) => Calls.IsOfCards(packet.Path) ? """{"code":"B0007","message":"refunded before"}""" : """{"status":803,"msg":"one exists"}""";

    public static string Broken(Packet packet) => Calls.IsOfCards(packet.Path) ? """{"code":"S0001","message":"system error"}""" : """{"status":-1,"msg":"system error"}""";

    /// <summary>A code that no page lists.</summary>
    public static string New(Packet packet) => Calls.IsOfCards(packet.Path) ? """{"code":"B9999","message":"something new"}""" : """{"status":777,"msg":"something new"}""";

    /// <summary>A yes without the number that everything else hangs on.</summary>
    public static string WithoutCode(string answer) => Code().Replace(answer, "\"${name}X\":");

    public static string WithBlankCode(string answer) => CodeAndValue().Replace(answer, "\"${name}\":\" \"");

    /// <summary>A no that proves that nothing was done, and in it the number of what was done.</summary>
    public static string Denied(string answer) => Yes().Replace(answer, m => m.Value.StartsWith("\"status", StringComparison.Ordinal) ? "\"status\":822" : "\"code\":\"P0002\"");

    /// <summary>About another order, or another payment.</summary>
    public static string OfAnother(string answer) => answer.Replace(Prologue.OrderNo, "SIM20260901000000002", StringComparison.Ordinal)
        .Replace(Prologue.TradeNo, Prologue.OtherTradeNo, StringComparison.Ordinal).Replace(Prologue.LargeTradeNo, Prologue.OtherTradeNo, StringComparison.Ordinal)
        .Replace("\"voidCode\":\"202609-", "\"voidCode\":\"202609-7", StringComparison.Ordinal)
        .Replace("\"refundCode\":\"R202609-", "\"refundCode\":\"R202609-7", StringComparison.Ordinal)
        .Replace("\"batchNo\":\"88", "\"batchNo\":\"887", StringComparison.Ordinal);

    [GeneratedRegex("\"(?<name>voidCode|refundCode|batchNo)\":", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("\"status\":0\\b|\"code\":\"0{4,5}\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Yes();

    [GeneratedRegex("\"(?<name>voidCode|refundCode|batchNo)\":\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeAndValue();
}
