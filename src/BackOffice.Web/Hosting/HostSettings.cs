using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>
/// The settings of the root: <c>Mode</c>, without a default outside Development, <c>Database:Provider</c>, <c>ConnectionStrings:BackOffice</c>,
/// <c>TrustedProxies</c> and <c>Urls</c>.
/// </summary>
internal sealed class HostSettings
{
    public string? Mode { get; set; }

    public DatabaseSettings Database { get; set; } = new();

    public ConnectionSettings ConnectionStrings { get; set; } = new();

    /// <summary>Addresses and networks with commas between them, of proxies on other machines; see <see cref="Hosting.TrustedProxies"/>.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>Where the program listens, with semicolons between them.</summary>
    public string? Urls { get; set; }

    /// <summary>The mode that was named, or null where none or an unknown one was.</summary>
    public RunMode? Run => Enum.TryParse<RunMode>(Mode, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : null;
}

internal sealed class DatabaseSettings
{
    public const string Sqlite = "Sqlite";

    public string Provider { get; set; } = Sqlite;
}

internal sealed class ConnectionSettings
{
    /// <summary>Null or empty for the file in <c>data</c>.</summary>
    public string? BackOffice { get; set; }
}

internal sealed class ValidateHostSettings(SettingsReading reading) : IValidateOptions<HostSettings>
{
    public ValidateOptionsResult Validate(string? name, HostSettings options)
    {
        string?[] single = [OfMode(options), OfProvider(options.Database.Provider), OfConnection(options.ConnectionStrings.BackOffice)];
        List<string> faults = [.. single.OfType<string>(), .. TrustedProxies.Faults(options.TrustedProxies), .. OfAddresses(options.Urls), .. reading.Faults];
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static string? OfMode(HostSettings options) => options switch
    {
        { Mode: null or "" } => "Mode: missing. Set Live, or Rehearsal for the stand-ins.",
        { Run: null } => $"Mode: \"{options.Mode}\" is neither Live nor Rehearsal.",
        _ => null,
    };

    /// <summary>Another database must not be asked for and quietly not be had.</summary>
    private static string? OfProvider(string provider) =>
        string.Equals(provider, DatabaseSettings.Sqlite, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"Database:Provider: \"{provider}\" is not there; this version keeps its data in Sqlite.";

    private static string? OfConnection(string? connectionString) =>
        string.IsNullOrEmpty(connectionString) || DatabasePlace.Read(connectionString) is { DataSource.Length: > 0 }
            ? null
            : "ConnectionStrings:BackOffice: must name a SQLite file, as in Data Source=/srv/desk/backoffice.db";

    private static IEnumerable<string> OfAddresses(string? list) =>
        from entry in (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where !IsAddress(entry)
        select $"Urls: \"{entry}\" is not an address to listen at, such as http://localhost:5080.";

    private static bool IsAddress(string entry)
    {
        try
        {
            // What follows the last colon and is no number is taken for part of the name, and a name that is not there is listened at everywhere.
            return BindingAddress.Parse(entry.ToLowerInvariant()) is { Scheme: "http" or "https", PathBase: "", Port: >= 0 and <= 65535 } address
                && (address.Host.StartsWith('[') || !address.Host.Contains(':', StringComparison.Ordinal));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
