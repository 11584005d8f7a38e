namespace BackOffice.Sandbox.Atlas;

/// <summary>The airlines whose tickets the partner can void.</summary>
internal static class Coverage
{
    private static readonly Dictionary<string, (string Name, string Site)> Voidable = new(StringComparer.Ordinal)
    {
        ["AS"] = ("Alaska Airlines", "https://www.alaskaair.com"),
        ["DM"] = ("Arajet", "https://www.arajet.com"),
        ["F9"] = ("Frontier Airlines", "https://www.flyfrontier.com"),
        ["G4"] = ("Allegiant Air", "https://www.allegiantair.com"),
        ["PB"] = ("PAL Airlines", "https://www.palairlines.ca"),
        ["SY"] = ("Sun Country Airlines", "https://www.suncountry.com"),
        ["TS"] = ("Air Transat", "https://www.airtransat.com"),
        ["Y4"] = ("Volaris", "https://www.volaris.com"),
        ["A3"] = ("Aegean Airlines", "https://www.aegeanair.com"),
        ["D8"] = ("Norwegian Air Sweden", "https://www.norwegian.com"),
        ["EI"] = ("Aer Lingus", "https://www.aerlingus.com"),
        ["DY"] = ("Norwegian", "https://www.norwegian.com"),
        ["N0"] = ("Norse Atlantic Airways", "https://www.flynorse.com"),
        ["OA"] = ("Olympic Air", "https://www.olympicair.com"),
        ["VF"] = ("AJet", "https://www.ajet.com"),
        ["Z0"] = ("Norse Atlantic UK", "https://www.flynorse.com"),
        ["ZG"] = ("ZIPAIR", "https://www.zipair.net"),
        ["7C"] = ("Jeju Air", "https://www.jejuair.net"),
        ["BX"] = ("Air Busan", "https://www.airbusan.com"),
        ["LJ"] = ("Jin Air", "https://www.jinair.com"),
        ["RS"] = ("Air Seoul", "https://www.flyairseoul.com"),
        ["TW"] = ("T'way Air", "https://www.twayair.com"),
        ["ZE"] = ("Eastar Jet", "https://www.eastarjet.com"),
    };

    private static readonly Dictionary<string, (string Name, string Site)> Others = new(StringComparer.Ordinal)
    {
        ["OD"] = ("Batik Air Malaysia", "https://www.malindoair.com"),
        ["VJ"] = ("VietJet Air", "https://www.vietjetair.com"),
    };

    /// <summary>ZIPAIR is covered only on routes that touch the United States.</summary>
    public static bool Covers(Order order) =>
        Voidable.ContainsKey(order.Carrier)
        && (order.Carrier is not "ZG" || order.Legs.Any(l => Airports.IsAmerican(l.From) || Airports.IsAmerican(l.To)));

    public static (string Name, string Site) Airline(string code) =>
        Voidable.TryGetValue(code, out var covered) ? covered
        : Others.TryGetValue(code, out var other) ? other
        : (code, "");
}
