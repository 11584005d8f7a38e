using BackOffice.Core.Atlas;
using BackOffice.Core.Settings;
using BackOffice.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Features.Settings;

internal static class OfficeSettings
{
    private const string WebhookPath = "/webhooks/atlas/";

    public static void AddOfficeSettings(this WebApplicationBuilder builder) => builder.Services.AddSettings(provider =>
    {
        var atlas = provider.GetRequiredService<IOptions<AtlasOptions>>().Value;
        var mode = provider.GetRequiredService<IOptions<HostSettings>>().Value.Run;
        return PartnerFacts.Of(mode == RunMode.Live, atlas.BaseUrl, WebhookPath, atlas.WebhookSecret);
    });
}
