using BackOffice.Core.Cases;

namespace BackOffice.Web.Features.Line;

/// <summary>What of the line is shown, as the address says it.</summary>
/// <param name="Band">The one band; null shows all.</param>
public sealed record LineQuery(LineScope Scope, LineBand? Band)
{
    /// <summary>Whatever an address says: what is not understood shows the whole line of the team.</summary>
    public static LineQuery Read(string? scope, string? band) =>
        new(scope == "mine" ? LineScope.Mine : LineScope.Team, Enum.GetValues<LineBand>().Cast<LineBand?>().FirstOrDefault(b => WordOf(b!.Value) == band));

    public string Address
    {
        get
        {
            string?[] parts = [Scope == LineScope.Mine ? "scope=mine" : null, Band is { } band ? "band=" + WordOf(band) : null];
            var query = string.Join('&', parts.Where(p => p is not null));
            return query.Length == 0 ? "/" : "/?" + query;
        }
    }

    /// <summary>One band of the whole team.</summary>
    public static string AddressOf(LineBand band) => new LineQuery(LineScope.Team, band).Address;

    /// <summary>The stable word of a band, for addresses and text keys.</summary>
    public static string WordOf(LineBand band) => band switch
    {
        LineBand.Urgent => "15m",
        LineBand.Soon => "1h",
        LineBand.Today => "today",
        LineBand.UnknownDeadline => "unknown",
        LineBand.Later => "later",
    };
}
