using BackOffice.Core.Access;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Settings;
using Bunit;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class FeeCardTests : ScreenContext
{
    [Fact]
    public async Task Card_Saved_KeepsTheFee_AndTheTimesAsTheyAre()
    {
        await using var desk = await Desk.StartAsync();
        var card = await ShowAsync(desk);

        card.Find("#fee-currency").Change("usd");
        card.Find("#fee-amount").Change("12.50");
        await card.Find("form").SubmitAsync();

        var after = await ReadAsync(desk);
        Assert.Equal((new Money(1_250, "USD"), TimeSpan.FromMinutes(2), 1), (after.AgencyFee, after.SafetyMargin, after.Version));
    }

    [Theory]
    [InlineData("USD", "12,50", "This is no amount of USD.")]
    [InlineData("DOLLAR", "12", "A currency has three letters.")]
    public async Task Card_WithWhatCannotBe_SaysWhy_AndLosesNothing(string currency, string amount, string words)
    {
        await using var desk = await Desk.StartAsync();
        var card = await ShowAsync(desk);

        card.Find("#fee-currency").Change(currency);
        card.Find("#fee-amount").Change(amount);
        await card.Find("form").SubmitAsync();

        Assert.Contains(words, card.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(amount, card.Find("#fee-amount").GetAttribute("value"));
        Assert.Null((await ReadAsync(desk)).AgencyFee);
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
