namespace BackOffice.Web.Hosting;

/// <summary>The rule for addresses that came with a request: only a path of this site is followed.</summary>
internal static class LocalAddress
{
    /// <summary>
    /// True for <c>/path?query</c>. False for anything a browser could read as another host: <c>//host</c>, <c>/\host</c>, a scheme,
    /// and everything with control characters in it, which browsers drop before they read.
    /// </summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && !address.Contains('\\', StringComparison.Ordinal);

    public static string Or(string? address, string fallback) => IsLocal(address) ? address! : fallback;
}
