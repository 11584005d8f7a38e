using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace BackOffice.Core.Orders;

/// <summary>
/// Which zone an airport's wall clock shows. An airport that is not listed has no zone here: nobody should guess one from its country.
/// </summary>
/// <remarks>The table is the resource <c>AirportZones.txt</c>: one line per zone, an IANA name and then the airports' IATA codes.</remarks>
public static class AirportZones
{
    private static readonly FrozenDictionary<string, string> Table = Read();

    internal static IReadOnlyDictionary<string, string> All => Table;

    /// <summary>The IANA name of the zone, or null where the airport is not known.</summary>
    public static string? ZoneOf(string? airport) =>
        airport is not null && Table.TryGetValue(airport.Trim(), out var zone) ? zone : null;

    internal static bool TryFind(string? airport, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return ZoneOf(airport) is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(AirportZones).Assembly.GetManifestResourceStream("AirportZones.txt")
            ?? throw new InvalidOperationException("The table of airports is missing from the assembly.");
        using var reader = new StreamReader(stream);
        Dictionary<string, string> table = new(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var airport in words.Skip(1))
            {
                table.Add(airport, words[0]);
            }
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
