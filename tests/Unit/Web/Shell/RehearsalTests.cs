using BackOffice.Core.AsiaBill;
using BackOffice.Core.Atlas;
using BackOffice.Web;
using BackOffice.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Unit.Web.Shell;

/// <summary>A rehearsal cannot reach a real partner, whatever the settings say of one.</summary>
public sealed class RehearsalTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("back-office-rehearsal-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Rehearsal_WithTheAccountsOfRealPartners_TalksToItsStandInsAlone()
    {
        await using var app = BackOfficeApp.Build(
            [
                "--environment", "Production", "--contentRoot", folder.FullName, "--Urls", "http://127.0.0.1:0", "--Mode", "Rehearsal",
                "--Atlas:BaseUrl", "https://api-sg.atlas.example", "--Atlas:ClientId", "the-agency", "--Atlas:ClientSecret", "its-secret", "--Atlas:WebhookSecret", "a-secret-of-the-agency-0123456789",
                "--AsiaBill:BaseUrl", "https://openapi.asiabill.example", "--AsiaBill:GatewayNo", "98765001", "--AsiaBill:SignKey", "its-key",
            ],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Critical));
        await app.StartAsync();

        var (atlas, cards) = (app.Services.GetRequiredService<IOptions<AtlasOptions>>().Value, app.Services.GetRequiredService<IOptions<AsiaBillOptions>>().Value);
        var stage = app.Services.GetRequiredService<RehearsalSetup.Stage>();
        await app.StopAsync();

        Assert.Equal((true, true), (new Uri(atlas.BaseUrl).IsLoopback, new Uri(cards.BaseUrl).IsLoopback));
        Assert.Equal((stage.StandIn.Options.ClientId, stage.StandIn.Options.ClientSecret), (atlas.ClientId, atlas.ClientSecret));
        Assert.Equal((stage.Cards.Options.GatewayNo, stage.Cards.Options.SignKey), (cards.GatewayNo, cards.SignKey));
        Assert.NotEqual("a-secret-of-the-agency-0123456789", atlas.WebhookSecret);
    }

    [Fact]
    public async Task Rehearsal_WithTheSwitchOff_LeavesCardRefundsToAPerson()
    {
        await using var app = BackOfficeApp.Build(
            ["--environment", "Development", "--contentRoot", folder.FullName, "--Urls", "http://127.0.0.1:0", "--AsiaBill:Send", "off"],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Critical));
        await app.StartAsync();

        var sends = app.Services.GetRequiredService<IOptions<AsiaBillOptions>>().Value.Send;
        await app.StopAsync();

        Assert.False(sends);
    }
}
