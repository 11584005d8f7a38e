namespace BackOffice.Core.Values;

/// <summary>How many decimals a currency has by ISO 4217. A currency that is not listed has two.</summary>
public static class Currencies
{
    private static readonly HashSet<string> WithoutDecimals = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> WithThreeDecimals = new(StringComparer.Ordinal)
    {
        "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
    };

    public static int Decimals(string currency) =>
        WithoutDecimals.Contains(currency) ? 0 : WithThreeDecimals.Contains(currency) ? 3 : 2;

    internal static decimal MinorPerMajor(string currency) => Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
