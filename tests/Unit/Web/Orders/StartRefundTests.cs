using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Orders;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Orders;

/// <summary>The form on the order's page, with the use cases behind it.</summary>
public sealed class StartRefundTests : DeskScreen
{
    [Fact]
    public async Task Start_OfOneOfTwo_OpensTheirRefundAndGoesThere()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk);

        await form.FindAll(".choose input[type=checkbox]")[1].ChangeAsync(false);
        await form.Find("textarea").ChangeAsync("Cannot travel");
        await PressAsync(form, "Start refund of 1 passenger");

        Assert.EndsWith("/cases/R-2026-000001", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
        var opened = await desk.CaseAsync("R-2026-000001");
        Assert.Equal((1, RefundReason.Voluntary, null, "Cannot travel"), (opened.Wish!.Passengers.Count, opened.Wish.Reason, opened.Wish.DisplayCurrency, opened.Reason));
    }

    /// <summary>The page reads the new case at once, and nobody is left to be chosen in it.</summary>
    [Fact]
    public async Task Start_WhileTheQuoteIsTaken_SaysThatAlone()
    {
        await using var desk = await Desk.StartAsync();
        var (order, quote) = (Scenes.TwoPassengersAndBag.OrderNo, new Gate());
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Hold(quote), order);
        var form = await FormAsync(desk);
        await form.Find("textarea").ChangeAsync("Cannot travel");

        var start = PressAsync(form, "Start refund of 2 passengers");
        await quote.Reached.WithinAsync();
        var ours = (await desk.Use<ReadOrderCases>().ExecuteAsync(await desk.Staff.AgentAsync(), order, CancellationToken.None)).Require();
        form.Render(p => p.Add(s => s.View, form.Instance.View with { Cases = ours.Cases, Refunds = ours.Refunds }));
        var (said, warnings) = (form.Find(".why-not a").GetAttribute("href"), form.FindAll("[role=alert], .button").Count);
        quote.Release();
        await start;

        Assert.Equal(("/cases/R-2026-000001", 0), (said, warnings));
        Assert.EndsWith("/cases/R-2026-000001", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    /// <summary>Brother and sister are masked to the same letters: their place in the order tells them apart.</summary>
    [Fact]
    public async Task Choice_OfNamesThatLookAlike_NumbersThem()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk, view => view with { Order = view.Order with { Passengers = [new("ZHAO", "YI", PassengerType.Adult), new("ZHAO", "YAN", PassengerType.Adult)] } });

        Assert.Equal(["Passenger 1", "Passenger 2"], form.FindAll(".choose .passenger-number .unseen").Select(n => n.TextContent));
        Assert.Equal(["ZHAO Y…", "ZHAO Y…"], form.FindAll(".choose .person").Select(n => n.TextContent));
    }

    [Fact]
    public async Task Start_WithoutAReason_SaysSoAndOpensNothing()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk);

        await PressAsync(form, "Start refund of 2 passengers");

        Assert.Equal("The reason is missing.", form.Find(".notice-text").TextContent);
    }

    [Fact]
    public async Task Start_WithACurrencyThatIsNone_SaysSo()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk);

        await form.Find("textarea").ChangeAsync("Cannot travel");
        await form.Find("#refund-currency").ChangeAsync("E1");
        await PressAsync(form, "Start refund of 2 passengers");

        Assert.Equal("A currency has three letters.", form.Find(".notice-text").TextContent);
        Assert.Equal(["refund-currency"], form.FindAll("[aria-invalid=true]").Select(f => f.Id));
    }

    [Fact]
    public async Task Fields_OfTheForm_AreKeptUnderTheKeyOfTheReason_WithoutANameInIt()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk);

        Assert.Equal(["passenger-1", "passenger-2", "why", "why", "text", "currency"], form.FindAll("[data-kept]").Select(f => f.GetAttribute("data-kept")));
        Assert.Equal(["Voluntary", "Involuntary"], form.FindAll("[data-kept=why]").Select(f => f.GetAttribute("value")));
        Assert.Equal(["refund:" + Scenes.TwoPassengersAndBag.OrderNo], form.FindAll("draft-keeper").Select(k => k.GetAttribute("key")).Distinct());
    }

    [Fact]
    public async Task Choice_OfNobody_IsSaidBeforePressing()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk);

        await form.FindAll(".choose input[type=checkbox]")[0].ChangeAsync(false);
        await form.FindAll(".choose input[type=checkbox]")[1].ChangeAsync(false);

        Assert.Contains("Nobody is chosen.", form.Find(".choose [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True(form.Find(".button.is-main").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Involuntary_WhenChosen_SaysWhereProofGoes()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk);

        await form.FindAll("input[type=radio]")[1].ChangeAsync(true);

        Assert.Contains("can only be uploaded in Atlas’s portal", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhereACaseHoldsTheOrder_LeadsToIt()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.TwoPassengersAndBag);

        var form = await FormAsync(desk);

        Assert.Equal("/cases/" + number, form.Find("a").GetAttribute("href"));
        Assert.Empty(form.FindAll("textarea"));
    }

    [Fact]
    public async Task Form_WithARunningRefundOfAnother_LetsThemNotBeChosen()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk, view => view with
        {
            Refunds = [new KnownRefund("R-2026-000009", new RefundWish(RefundReason.Voluntary, [.. view.Order.Passengers.Take(1).Select(p => new RefundPassenger(p.LastName, p.FirstName))], null))],
        });

        Assert.True(form.FindAll(".choose input[type=checkbox]")[0].HasAttribute("disabled"));
        Assert.Equal("/cases/R-2026-000009", form.Find(".choose a").GetAttribute("href"));
        Assert.Contains("Start refund of 1 passenger", form.Find(".button.is-main").TextContent, StringComparison.Ordinal);
    }

    /// <summary>After a refused start, and after a colleague's act, the order comes anew: what the agent chose stays chosen.</summary>
    [Fact]
    public async Task Form_WhenTheOrderIsReadAgain_KeepsTheChoiceAndTheReason()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk);
        await form.FindAll(".choose input[type=checkbox]")[1].ChangeAsync(false);
        await form.FindAll("input[type=radio]")[1].ChangeAsync(true);
        await form.Find("textarea").ChangeAsync("Cannot travel");

        var again = (await desk.Use<ViewOrder>().ExecuteAsync(await desk.Staff.AgentAsync(), Scenes.TwoPassengersAndBag.OrderNo, CancellationToken.None)).Require();
        form.Render(p => p.Add(s => s.View, again));
        await PressAsync(form, "Start refund of 1 passenger");

        var opened = await desk.CaseAsync("R-2026-000001");
        Assert.Equal((1, RefundReason.Involuntary, "Cannot travel"), (opened.Wish!.Passengers.Count, opened.Wish.Reason, opened.Reason));
    }

    private async Task<IRenderedComponent<StartRefund>> FormAsync(Desk desk, Func<OrderView, OrderView>? change = null)
    {
        var agent = await desk.Staff.AgentAsync();
        Sit(desk, agent, Role.Agent, typeof(OpenRefundCase), typeof(QuoteCase));
        var view = (await desk.Use<ViewOrder>().ExecuteAsync(agent, Scenes.TwoPassengersAndBag.OrderNo, CancellationToken.None)).Require();
        return Render<StartRefund>(p => p.Add(s => s.View, change?.Invoke(view) ?? view).Add(s => s.IsAskedFor, true));
    }

    private static Task PressAsync(IRenderedComponent<StartRefund> form, string label) =>
        form.FindAll("button").Single(b => b.TextContent.Trim() == label).ClickAsync(new MouseEventArgs());
}
