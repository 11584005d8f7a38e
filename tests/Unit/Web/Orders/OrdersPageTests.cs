using BackOffice.Core.Access;
using BackOffice.Core.Orders;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Orders;
using BackOffice.Web.Features.Rehearsal;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Orders;

public sealed class OrdersPageTests : DeskScreen
{
    private const string Nowhere = "/orders?q=Y4%20S99999";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The box in the top bar only leads here: what is sought once more from there is asked once more, and arriving asks once.</summary>
    [Fact]
    public async Task Search_ForTheSameFromElsewhere_IsAskedAgain()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(FindOrders));
        Services.AddSingleton<IRehearsal>(new NoRehearsal());
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(Nowhere);
        var page = Render<OrdersPage>();
        await page.WaitForAssertionAsync(() => page.Find(".order-results .notice"), Patience);
        var onArrival = desk.Partner.Count("queryOrderDetails.do");

        await page.InvokeAsync(() => navigation.NavigateTo(Nowhere));

        await page.WaitForAssertionAsync(() => Assert.Equal((2, 1), (desk.Partner.Count("queryOrderDetails.do"), page.FindAll(".order-results .notice").Count)), Patience);
        Assert.Equal(1, onArrival);
    }

    [Fact]
    public async Task Page_LeftWhileItAsks_LeadsNobodyToWhatItFinds()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var person = new HeldPerson(agent, held: 1);
        Services.Seat(desk, agent, typeof(FindOrders));
        Services.AddSingleton<AuthenticationStateProvider>(person);
        Services.AddSingleton<IRehearsal>(new NoRehearsal());
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(OrderUrls.Found(Scenes.PlainDeposit.OrderNo));
        Render<OrdersPage>();

        await DisposeComponentsAsync();
        await Renderer.Dispatcher.InvokeAsync(person.LetGo);

        Assert.Equal(OrderUrls.Found(Scenes.PlainDeposit.OrderNo), new Uri(navigation.Uri).PathAndQuery);
    }
}
