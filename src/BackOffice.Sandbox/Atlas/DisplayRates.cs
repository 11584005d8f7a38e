namespace BackOffice.Sandbox.Atlas;

/// <summary>The fixed rates of amounts that are shown in a second currency.</summary>
internal static class DisplayRates
{
    private static readonly Dictionary<string, (decimal PerDollar, int Decimals)> Known = new(StringComparer.Ordinal)
    {
        ["USD"] = (1, 2),
        ["EUR"] = (0.92m, 2),
        ["GBP"] = (0.79m, 2),
        ["CNY"] = (7.20m, 2),
        ["SGD"] = (1.35m, 2),
        ["JPY"] = (150, 0),
        ["KRW"] = (1_350, 0),
    };

    public static bool Knows(string currency) => Known.ContainsKey(currency);

    /// <summary>Rounded to the smallest unit of the shown currency, halves away from zero.</summary>
    public static decimal Show(decimal amount, string from, string to) =>
        decimal.Round(amount / Known[from].PerDollar * Known[to].PerDollar, Known[to].Decimals, MidpointRounding.AwayFromZero);
}
