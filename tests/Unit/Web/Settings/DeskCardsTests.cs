using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Settings;
using Bunit;
using Unit.Testing;

namespace Unit.Web.Settings;

/// <summary>Three cards on one row of settings, while a colleague saves the same row.</summary>
public sealed class DeskCardsTests : SettingsScreen
{
    private static readonly SaveDeskSettingsInput AsShipped = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), null, 0);

    [Fact]
    public async Task Save_OverAColleaguesChange_ShowsTheirValue_AndTheNextPressKeepsIt()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await ColleagueAsync(desk, AsShipped with { SafetyMargin = TimeSpan.FromMinutes(20) });
        await page.Find("#quiet").InputAsync("30");

        await SaveAsync(page, "times");
        var (refusal, shown) = (page.Find("[role=alert]").TextContent, (Value(page, "margin"), Value(page, "quiet")));
        await SaveAsync(page, "times");

        Assert.Contains("A colleague changed this a moment ago.", refusal, StringComparison.Ordinal);
        Assert.Equal(("20", "30"), shown);
        var after = (await ReadAsync(desk)).Desk;
        Assert.Equal((TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)), (after.SafetyMargin, after.QuietPeriod));
    }

    [Fact]
    public async Task Time_ThatBothChanged_StaysAsTyped_AndSaysWhatItIsNow()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await ColleagueAsync(desk, AsShipped with { SafetyMargin = TimeSpan.FromMinutes(20) });
        await page.Find("#margin").InputAsync("5");
        var before = page.Find("#margin-hint").TextContent;

        await SaveAsync(page, "times");

        Assert.DoesNotContain("Now", before, StringComparison.Ordinal);
        Assert.Equal("5", Value(page, "margin"));
        Assert.Contains("Now 20 minutes", page.Find("#margin-hint").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Now", page.Find("#quiet-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflict_InOneCard_IsFollowedByTheOthers_AndLightsNoneOfThem()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await ColleagueAsync(desk, AsShipped with { AgencyFee = new AgencyFeeInput(12.5m, "USD") });
        await ColleagueAsync(desk, new SaveCustomerPaidInput(CustomerPaid.ByHand, 1));
        await page.Find("#margin").InputAsync("5");

        await SaveAsync(page, "times");

        Assert.Equal(("USD", "12.50"), (Value(page, "fee-currency"), Value(page, "fee-amount")));
        Assert.True(page.FindAll("[name=customer-paid]")[2].HasAttribute("checked"));
        Assert.Equal((true, false, false), (IsLit(page, "times"), IsLit(page, "fee"), IsLit(page, "customer-paid")));
    }

    /// <summary>An amount that stayed under a currency that followed would be a sum that nobody meant.</summary>
    [Fact]
    public async Task Fee_ThatBothChanged_StaysWholeAsTyped_AndSaysWhatItIsNow()
    {
        await using var desk = await Desk.StartAsync();
        await ColleagueAsync(desk, AsShipped with { AgencyFee = new AgencyFeeInput(10m, "USD") });
        var page = await ShowAsync(desk);
        await ColleagueAsync(desk, AsShipped with { AgencyFee = new AgencyFeeInput(500m, "JPY"), SeenVersion = 1 });
        await page.Find("#fee-amount").InputAsync("15.00");

        await SaveAsync(page, "fee");
        var (typed, hint) = ((Value(page, "fee-currency"), Value(page, "fee-amount")), page.Find("#fee-hint").TextContent);
        await SaveAsync(page, "fee");

        Assert.Equal(("USD", "15.00"), typed);
        Assert.Contains("Now JPY 500", hint, StringComparison.Ordinal);
        Assert.Equal(new Money(1_500, "USD"), (await ReadAsync(desk)).Desk.AgencyFee);
        Assert.DoesNotContain("Now", page.Find("#fee-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CustomerPaid_ThatBothChanged_ShowsWhatTheColleagueChose()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await ColleagueAsync(desk, new SaveCustomerPaidInput(CustomerPaid.OnAcceptance, 0));
        await page.FindAll("[name=customer-paid]")[2].ChangeAsync(true);

        await SaveAsync(page, "customer-paid");
        var theirs = page.FindAll(".card-choices label").Single(label => label.TextContent.Contains("Chosen by a colleague", StringComparison.Ordinal)).TextContent;
        await SaveAsync(page, "customer-paid");

        Assert.Contains("As soon as the supplier has accepted", theirs, StringComparison.Ordinal);
        Assert.Equal(CustomerPaid.ByHand, (await ReadAsync(desk)).Desk.CustomerPaid);
    }

    [Fact]
    public async Task Card_Saved_IsNoLongerLit_AndSaysThatItIsSaved()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await page.Find("#fee-currency").InputAsync("usd");
        await page.Find("#fee-amount").InputAsync("12.5");

        await SaveAsync(page, "fee");

        Assert.Equal(("USD", "12.50", false), (Value(page, "fee-currency"), Value(page, "fee-amount"), IsLit(page, "fee")));
        Assert.Contains("Saved", page.Find(Card("fee")).TextContent, StringComparison.Ordinal);
    }

    private static string Card(string name) => $"section[aria-labelledby={name}-title]";

    private static string? Value(IRenderedComponent<SettingsPage> page, string field) => page.Find("#" + field).GetAttribute("value");

    private static bool IsLit(IRenderedComponent<SettingsPage> page, string card) => !page.Find(Card(card) + " button[type=submit]").HasAttribute("disabled");

    private static Task SaveAsync(IRenderedComponent<SettingsPage> page, string card) => page.Find(Card(card) + " form").SubmitAsync();
}
