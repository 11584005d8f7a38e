using BackOffice.Core.Access;
using BackOffice.Core.Payments;
using BackOffice.Core.Settings;
using BackOffice.Web.Features.Settings;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Settings;

public sealed class PartnersCardTests : ScreenContext
{
    [Fact]
    public async Task Address_ThatAtlasTook_IsNoLongerSaidBesideAnother()
    {
        await using var desk = await Desk.StartAsync();
        desk.Restart(services => services.AddSettings(_ => PartnerFacts.Of(isLive: true, "http://127.0.0.1:1", "/webhooks/atlas/", "a-secret-of-the-tests")));
        Services.Seat(desk, await desk.Staff.HireAsync([Role.Administrator]), typeof(RegisterWebhook));
        var facts = desk.Use<PartnerFacts>();
        var card = Render<PartnersCard>(p => p.Add(c => c.Partners, facts).Add(c => c.Cards, new CardConnection(IsSetUp: false, Sends: false)));
        await card.Find("#webhook-address").InputAsync("https://desk.example.com");

        await card.Find("form").SubmitAsync();
        var said = card.Find("[role=status]").TextContent;
        await card.Find("#webhook-address").InputAsync("https://other.example.com");

        Assert.Contains("Atlas took the address", said, StringComparison.Ordinal);
        Assert.Equal("webhook", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
        Assert.Equal("webhook", card.Find("draft-keeper:has([data-kept=address])").GetAttribute("key"));
        Assert.Empty(card.FindAll("[role=status]"));
    }
}
