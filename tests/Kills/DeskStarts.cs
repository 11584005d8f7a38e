using System.Globalization;
using System.Text.RegularExpressions;

namespace Kills;

/// <summary>Starts the real program in Live mode against the stand-in, on a database file of the run.</summary>
internal sealed partial class DeskStarts(string program, string folder, Uri partner)
{
    private int started;

    /// <summary>How long a start took until it listened: a running mean over those that were let.</summary>
    public TimeSpan Usual { get; private set; } = TimeSpan.FromSeconds(2.5);

    public ChildProcess Start(string database)
    {
        var number = Interlocked.Increment(ref started);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_CONTENTROOT"] = folder, ["Mode"] = "Live", ["Urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings__BackOffice"] = "Data Source=" + database,
            ["Atlas__BaseUrl"] = partner.ToString(), ["Atlas__ClientId"] = StandIn.ClientId, ["Atlas__ClientSecret"] = StandIn.ClientSecret,
            ["Atlas__WebhookSecret"] = "a-secret-of-the-tests-0123456789", ["Atlas__CallsPerSecond"] = "50",
            ["Dispatch__LookEvery"] = "00:00:00.200",
            ["FirstAdministrator__Email"] = "first@desk.example", ["FirstAdministrator__Password"] = "A-first-password-1!",
            ["Logging__LogLevel__Default"] = "Warning",
            // The process lives for seconds: what the compiler learns for later is never used.
            ["DOTNET_TieredPGO"] = "0",
        };
        var log = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"desk-{number:00000}.log"));
        var began = TimeProvider.System.GetTimestamp();
        var desk = ChildProcess.Start(Path.Combine(program, "BackOffice.Web.dll"), [], settings, folder, log, Address());
        _ = LearnAsync(desk, began);
        return desk;
    }

    private async Task LearnAsync(ChildProcess desk, long began)
    {
        if (await desk.Listening is not null)
        {
            Usual = (Usual * 0.8) + (TimeProvider.System.GetElapsedTime(began) * 0.2);
        }
    }

    [GeneratedRegex(@"listens at (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
