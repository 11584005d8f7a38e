using BackOffice.Core.Access;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace E2E.Journeys;

public sealed class RevocationJourney
{
    /// <summary>The page is open and the last dialog ticked when the administrator acts: the press must not send.</summary>
    [Fact]
    public async Task Agent_DisabledWithThePageOpen_CannotSendAnyMore()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var order = Scenes.ClosesByDeparture.OrderNo;
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await page.ReadyToSendAsync();

        await using var scope = desk.Services.CreateAsyncScope();
        var administrator = await desk.ReadAsync(db => db.Users.Where(u => u.Email == Cast.Administrator).Select(u => new Actor(u.Id, u.DisplayName)).SingleAsync());
        var gone = await desk.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == Cast.Agent));
        var changed = await scope.ServiceProvider.GetRequiredService<ChangeStaff>().ExecuteAsync(
            administrator, new ChangeStaffInput { UserId = gone.Id, Version = gone.ConcurrencyStamp!, DisplayName = gone.DisplayName, IsActive = false, Roles = [Role.Agent] }, TestContext.Current.CancellationToken);
        Assert.Null(changed.Refusal);

        await agent.Page.WaitForURLAsync("**/account/sign-in**");
        Assert.Equal(0, desk.Partner.Count("void.do", order));
    }
}
