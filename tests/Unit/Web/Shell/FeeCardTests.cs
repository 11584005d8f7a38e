using BackOffice.Core.Access;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Settings;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class FeeCardTests : ScreenContext
{
    [Fact]
    public async Task Card_Saved_KeepsTheFee_AndTheTimesAsTheyAre()
    {
        await using var desk = await Desk.StartAsync();
        var card = await ShowAsync(desk);

        card.Find("#fee-currency").Input("usd");
        card.Find("#fee-amount").Input("12.50");
        await card.Find("form").SubmitAsync();

        var after = await ReadAsync(desk);
        Assert.Equal((new Money(1_250, "USD"), TimeSpan.FromMinutes(2), 1), (after.AgencyFee, after.SafetyMargin, after.Version));
        Assert.Equal(("USD", "12.50"), (card.Find("#fee-currency").GetAttribute("value"), card.Find("#fee-amount").GetAttribute("value")));
        Assert.Equal("fee", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
    }

    /// <summary>It is kept over the fee that it was written over: under another one it would be a change that nobody meant.</summary>
    [Fact]
    public async Task Card_TypedInto_IsKeptOverTheStoredFee_UntilItIsThrownAway()
    {
        await using var desk = await Desk.StartAsync();
        var card = await ShowAsync(desk);
        card.Find("#fee-currency").Input("EUR");
        card.Find("#fee-amount").Input("1.00");
        var keeper = card.Find("draft-keeper:has([data-kept=currency]):has([data-kept=amount])");
        var (over, before) = (keeper.GetAttribute("over"), JSInterop.Invocations["desk.forgetDraft"].Count);

        await card.Find(".button.is-quiet").ClickAsync(new MouseEventArgs());

        Assert.Equal((" ", 0), (over, before));
        Assert.Equal("fee", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
    }

    [Theory]
    [InlineData("USD", "12,50", "This is no amount of USD.", "fee-amount")]
    [InlineData("DOLLAR", "12", "A currency has three letters.", "fee-currency")]
    public async Task Card_WithWhatCannotBe_SaysWhyAndWhere_AndLosesNothing(string currency, string amount, string words, string field)
    {
        await using var desk = await Desk.StartAsync();
        var card = await ShowAsync(desk);

        card.Find("#fee-currency").Input(currency);
        card.Find("#fee-amount").Input(amount);
        await card.Find("form").SubmitAsync();

        Assert.Contains(words, card.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal([field], card.FindAll("[aria-invalid=true]").Select(f => f.Id));
        Assert.Equal(amount, card.Find("#fee-amount").GetAttribute("value"));
        Assert.Null((await ReadAsync(desk)).AgencyFee);
    }

    /// <summary>Both cards save the same row: neither may take the other's values away.</summary>
    [Fact]
    public async Task TimesCard_Saved_LeavesTheFee()
    {
        await using var desk = await Desk.StartAsync();
        var administrator = await desk.Staff.HireAsync([Role.Administrator]);
        var times = new SaveDeskSettingsInput(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), new AgencyFeeInput(12.5m, "USD"), 0);
        (await desk.Use<SaveDeskSettings>().ExecuteAsync(administrator, times, CancellationToken.None)).Require();
        Services.Seat(desk, administrator, typeof(SaveDeskSettings));
        var settings = await ReadAsync(desk);
        var card = Render<TimesCard>(p => p.Add(c => c.Desk, settings));

        card.Find("#margin").Input("5");
        var over = card.Find("draft-keeper:has([data-kept=margin]):has([data-kept=quote]):has([data-kept=quiet])").GetAttribute("over");
        await card.Find("form").SubmitAsync();

        Assert.Equal(("2/10/10", "times"), (over, Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]));
        var after = await ReadAsync(desk);
        Assert.Equal((new Money(1_250, "USD"), TimeSpan.FromMinutes(5), 2), (after.AgencyFee, after.SafetyMargin, after.Version));
    }

    private static async Task<DeskSettings> ReadAsync(Desk desk) =>
        (await desk.Use<ReadSettings>().ExecuteAsync(await desk.Staff.HireAsync([Role.Administrator]), CancellationToken.None)).Require().Desk;

    private async Task<IRenderedComponent<FeeCard>> ShowAsync(Desk desk)
    {
        Services.Seat(desk, await desk.Staff.HireAsync([Role.Administrator]), typeof(SaveDeskSettings));
        var settings = await ReadAsync(desk);
        return Render<FeeCard>(p => p.Add(c => c.Desk, settings));
    }
}
