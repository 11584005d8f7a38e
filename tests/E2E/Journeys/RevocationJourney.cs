using BackOffice.Core.Access;
using BackOffice.Core.Ledger;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>An account is switched off while its person's page is open and the last dialog ticked.</summary>
public sealed class RevocationJourney : IAsyncLifetime
{
    private static readonly string Order = Scenes.ClosesByDeparture.OrderNo;
    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    /// <summary>Past the program, so that nobody tells the page: the press finds out.</summary>
    [Fact]
    public async Task Press_OfSomebodyWhoWasSwitchedOff_SendsNothingAndSaysWhy()
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(Order);
        var send = await page.ReadyToSendAsync();

        var switchedOff = await desk.ReadAsync(db => db.Users.Where(u => u.Email == Cast.Agent).ExecuteUpdateAsync(u => u.SetProperty(p => p.IsActive, false)));
        await send.ClickAsync();

        await Expect(agent.Page.GetByText("This account was switched off.").First).ToBeVisibleAsync();
        Assert.Equal((1, 0), (switchedOff, await desk.ReadAsync(db => db.Set<Attempt>().CountAsync(a => a.OrderNo == Order))));
        Assert.Equal(0, desk.Partner.Count("void.do", Order));
    }

    [Fact]
    public async Task Page_OfSomebodyWhoIsSwitchedOff_LeadsToSignInAtOnce()
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await (await new OrderScreen(agent).StartVoidAsync(Order)).ReadyToSendAsync();

        await using var scope = desk.Services.CreateAsyncScope();
        var administrator = await desk.ReadAsync(db => db.Users.Where(u => u.Email == Cast.Administrator).Select(u => new Actor(u.Id, u.DisplayName)).SingleAsync());
        var gone = await desk.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == Cast.Agent));
        var changed = await scope.ServiceProvider.GetRequiredService<ChangeStaff>().ExecuteAsync(
            administrator, new ChangeStaffInput { UserId = gone.Id, Version = gone.ConcurrencyStamp!, DisplayName = gone.DisplayName, IsActive = false, Roles = [Role.Agent] }, TestContext.Current.CancellationToken);
        Assert.Null(changed.Refusal);

        await agent.Page.WaitForURLAsync("**/account/sign-in**");
    }
}
