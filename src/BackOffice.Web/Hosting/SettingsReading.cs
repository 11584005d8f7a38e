using System.Globalization;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Atlas;
using BackOffice.Core.Dispatch;

namespace BackOffice.Web.Hosting;

/// <summary>
/// Reads the settings that are no plain texts: switches, whole numbers and times. The platform throws at the first that it cannot read; here all of
/// them are named, and the default stands in for each, so that everything else can be checked too.
/// </summary>
/// <param name="Faults">One line for each that cannot be read, starting with its key. The value is not repeated: it may be a secret in the wrong place.</param>
/// <param name="Instead">What the platform is to read instead of what is set.</param>
internal sealed record SettingsReading(IReadOnlyList<string> Faults, IReadOnlyDictionary<string, string?> Instead)
{
    private static readonly (string Section, object Defaults)[] Bound =
    [
        (AtlasOptions.Section, new AtlasOptions()), (AsiaBillOptions.Section, new AsiaBillOptions()), (DispatchOptions.Section, new DispatchOptions()),
    ];

    public static SettingsReading Of(IConfiguration configuration)
    {
        var faults = new List<string>();
        var instead = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, defaults) in Bound)
        {
            foreach (var property in defaults.GetType().GetProperties().Where(p => p.CanWrite))
            {
                var key = section + ":" + property.Name;
                if (configuration[key] is not { } text)
                {
                    continue;
                }

                var read = Read(property.PropertyType, text);
                if (read is null)
                {
                    faults.Add($"{key}: must be {Wanted(property.PropertyType)}.");
                    read = Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture);
                }

                if (!string.Equals(read, text, StringComparison.Ordinal))
                {
                    instead[key] = read;
                }
            }
        }

        return new SettingsReading(faults, instead);
    }

    /// <summary>As the platform writes it; null where it cannot be read.</summary>
    private static string? Read(Type type, string text) =>
        type == typeof(bool) ? Switch(text)
        : type == typeof(int) ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null
        : type == typeof(TimeSpan) ? TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time.ToString("c", CultureInfo.InvariantCulture) : null
        : text;

    private static string? Switch(string text) => text.Trim().ToUpperInvariant() switch
    {
        "ON" or "TRUE" => "true",
        "OFF" or "FALSE" => "false",
        _ => null,
    };

    private static string Wanted(Type type) => type == typeof(bool) ? "on or off" : type == typeof(int) ? "a whole number" : "a time, written hh:mm:ss";
}
