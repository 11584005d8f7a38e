using System.Net;
using IPNetwork = System.Net.IPNetwork;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>
/// The proxy with TLS in front of the desk. It alone is believed about the scheme and the address a request came with: the hub's origin, the cookies' names
/// and the limits per address rest on them. One on the same machine is always believed; others are named in <c>TrustedProxies</c>.
/// The host's name is not taken from a header: the proxy passes <c>Host</c> on.
/// </summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HostSettings>>((options, settings) => Configure(options, settings.Value));

    internal static void Configure(ForwardedHeadersOptions options, HostSettings settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var entry in Entries(settings.TrustedProxies))
        {
            if (IPAddress.TryParse(entry, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (IPNetwork.TryParse(entry, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
        }
    }

    /// <summary>One sentence for each entry that is neither an address nor a network.</summary>
    internal static IEnumerable<string> Faults(string? list) =>
        from entry in Entries(list)
        where !IPAddress.TryParse(entry, out _) && !IPNetwork.TryParse(entry, out _)
        select $"TrustedProxies: \"{entry}\" is neither an address (10.0.0.5) nor a network (10.0.0.0/24).";

    private static string[] Entries(string? list) => (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
