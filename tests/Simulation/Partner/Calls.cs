namespace Simulation.Partner;

/// <summary>The calls of both partners, by their paths.</summary>
internal static class Calls
{
    public const string CardRefund = "openApi/V2022-03/refund";

    /// <summary>Whether it moves money; the rest are questions.</summary>
    public static bool MovesMoney(string path) => path is "void.do" or "refund.do" or CardRefund;

    public static bool IsOfCards(string path) => path.StartsWith("openApi/", StringComparison.Ordinal);

    /// <summary>AsiaBill's number in the address of its look-up.</summary>
    public static string BatchOf(string path) => path[(CardRefund.Length + 1)..];
}
