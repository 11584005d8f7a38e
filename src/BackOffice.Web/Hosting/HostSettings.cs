using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>The settings of the root: <c>Mode</c>, without a default outside Development, <c>Database:Provider</c> and <c>TrustedProxies</c>.</summary>
internal sealed class HostSettings
{
    public string? Mode { get; set; }

    public DatabaseSettings Database { get; set; } = new();

    /// <summary>Addresses and networks with commas between them, of proxies on other machines; see <see cref="Hosting.TrustedProxies"/>.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>The mode that was named, or null where none or an unknown one was.</summary>
    public RunMode? Run => Enum.TryParse<RunMode>(Mode, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : null;
}

internal sealed class DatabaseSettings
{
    public const string Sqlite = "Sqlite";

    public string Provider { get; set; } = Sqlite;
}

internal sealed class ValidateHostSettings : IValidateOptions<HostSettings>
{
    public ValidateOptionsResult Validate(string? name, HostSettings options)
    {
        string?[] faults = [OfMode(options), OfProvider(options.Database.Provider)];
        return faults.OfType<string>().Concat(TrustedProxies.Faults(options.TrustedProxies)).ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
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
}
