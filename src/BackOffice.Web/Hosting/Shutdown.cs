using System.Globalization;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Atlas;

namespace BackOffice.Web.Hosting;

/// <summary>How the program stops: nothing new is begun, and a call that has begun runs to its end and is recorded.</summary>
internal static class Shutdown
{
    /// <summary>On top of the longest call: for its record, and for connections to close.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    public static void AddShutdown(this WebApplicationBuilder builder)
    {
        var atlas = Timeout(builder, $"{AtlasOptions.Section}:{nameof(AtlasOptions.SendTimeout)}", new AtlasOptions().SendTimeout);
        var cards = Timeout(builder, $"{AsiaBillOptions.Section}:{nameof(AsiaBillOptions.SendTimeout)}", new AsiaBillOptions().SendTimeout);
        var call = atlas > cards ? atlas : cards;
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = call + Slack;
            // All at once: a connection that is slow to close must not use up the sender's time, nor keep it claiming.
            host.ServicesStopConcurrently = true;
        });
    }

    /// <summary>What cannot be read is complained about by the settings check.</summary>
    private static TimeSpan Timeout(WebApplicationBuilder builder, string key, TimeSpan otherwise) =>
        TimeSpan.TryParse(builder.Configuration[key], CultureInfo.InvariantCulture, out var read) && read > TimeSpan.Zero ? read : otherwise;
}
