using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>What a person says that the agency's card shows.</summary>
public sealed class SeenAmountFormTests : ScreenContext
{
    [Fact]
    public async Task Form_Saved_IsForgottenByTheTab()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.Vcc);
        var form = await ShowAsync(desk, number);

        form.Find("#seen-amount").Change("99.00");
        await form.Find("form").SubmitAsync();

        Assert.Equal(new Money(9_900, "USD"), (await desk.CaseAsync(number)).SeenOnCard);
        Assert.Equal($"seen:{number}", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
    }

    [Fact]
    public async Task Form_Refused_StaysInTheTab_OverWhatWasSeenBefore()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, "V-2026-009999");

        form.Find("#seen-amount").Change("99.00");
        await form.Find("form").SubmitAsync();

        var keeper = form.Find("draft-keeper:has([data-kept=currency]):has([data-kept=amount])");
        Assert.Equal(("seen:V-2026-009999", "USD 82.74"), (keeper.GetAttribute("key"), keeper.GetAttribute("over")));
        Assert.NotNull(form.Find("[role=alert]"));
        Assert.Empty(JSInterop.Invocations["desk.forgetDraft"]);
    }

    /// <summary>Saved again, the older sum would take the place of the colleague's.</summary>
    [Theory]
    [InlineData(null, "80.00")]
    [InlineData("99.00", "99.00")]
    public async Task Amount_ThatAColleagueRecords_TakesThePlaceOfWhatNobodyTypedOver(string? typed, string expected)
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, await desk.SentAsync(Scenes.Vcc));
        if (typed is not null)
        {
            form.Find("#seen-amount").Change(typed);
        }

        form.Render(p => p.Add(f => f.Seen, new Money(8_000, "USD")));

        Assert.Equal(expected, form.Find("#seen-amount").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<SeenAmountForm>> ShowAsync(Desk desk, string number)
    {
        Services.Seat(desk, await desk.Staff.AgentAsync(), typeof(RecordSeenAmount));
        return Render<SeenAmountForm>(p => p.Add(f => f.Number, number).Add(f => f.Seen, new Money(8_274, "USD")));
    }
}
