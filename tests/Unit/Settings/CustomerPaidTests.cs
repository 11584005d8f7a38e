using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Payments;
using BackOffice.Core.Settings;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Settings;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Settings;

public sealed class CustomerPaidTests
{
    [Fact]
    public async Task Save_OfAnotherTime_IsStoredAndOnTheTrail()
    {
        await using var desk = await Desk.StartAsync();
        var administrator = await desk.Staff.HireAsync([Role.Administrator]);
        var seen = await ViewAsync(desk, administrator);

        (await desk.Use<SaveCustomerPaid>().ExecuteAsync(administrator, new SaveCustomerPaidInput(CustomerPaid.OnAcceptance, seen.Desk.Version), CancellationToken.None)).Require();

        var after = await ViewAsync(desk, administrator);
        Assert.Equal((CustomerPaid.OnAcceptance, seen.Desk.Version + 1), (after.Desk.CustomerPaid, after.Desk.Version));
        await using var db = desk.Database.Open();
        var line = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "settings.customer-paid-changed", TestContext.Current.CancellationToken);
        Assert.Contains("OnAcceptance", line.Detail, StringComparison.Ordinal);
        Assert.Contains("OnConfirmation", line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OverAColleaguesChange_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var administrator = await desk.Staff.HireAsync([Role.Administrator]);
        var seen = (await ViewAsync(desk, administrator)).Desk.Version;
        (await desk.Use<SaveCustomerPaid>().ExecuteAsync(administrator, new SaveCustomerPaidInput(CustomerPaid.OnAcceptance, seen), CancellationToken.None)).Require();

        var late = await desk.Use<SaveCustomerPaid>().ExecuteAsync(administrator, new SaveCustomerPaidInput(CustomerPaid.ByHand, seen), CancellationToken.None);

        Assert.Equal(SettingsRefusals.ChangedMeanwhile.Name, late.Refusal?.Name);
        Assert.Equal(CustomerPaid.OnAcceptance, (await ViewAsync(desk, administrator)).Desk.CustomerPaid);
    }

    [Fact]
    public async Task Settings_ShowWhereAsiaBillIsAndNoSecret()
    {
        await using var desk = await Desk.StartAsync();

        var cards = (await ViewAsync(desk, await desk.Staff.HireAsync([Role.Administrator]))).Cards;

        Assert.Equal(new CardConnection(IsSetUp: true, Sends: true, desk.PartnerAddress.Authority), cards);
    }

    [Theory]
    [InlineData(false, false, "Cards.NotSetUp", Meaning.Neutral)]
    [InlineData(true, false, "Cards.ByHand", Meaning.Info)]
    [InlineData(true, true, "Cards.Sends", Meaning.Info)]
    public void Word_ForEachConnection_SaysWhoMakesTheRefunds(bool isSetUp, bool sends, string key, Meaning meaning)
    {
        var cards = new CardConnection(isSetUp, sends);

        Assert.Equal((key, meaning), (CardPartnerWords.KeyOf(cards), CardPartnerWords.MeaningOf(cards)));
    }

    private static async Task<SettingsView> ViewAsync(Desk desk, Actor who) => (await desk.Use<ReadSettings>().ExecuteAsync(who, CancellationToken.None)).Require();
}
