using AngleSharp.Dom;
using BackOffice.Core.Access;
using BackOffice.Web.Features.Staff;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Staff;

/// <summary>What ends a colleague's sessions, with the use cases behind it.</summary>
public sealed class StaffPageTests : DeskScreen
{
    [Theory]
    [InlineData("Make a new password", "The present password of Agent 2 opens nothing any more.")]
    [InlineData("Remove second step and passkeys", "all passkeys of Agent 2 stop working")]
    public async Task Reset_Pressed_NamesWhatIsLostAndChangesNothing(string label, string loss)
    {
        await using var desk = await Desk.StartAsync();
        var page = await OpenAsync(desk);

        await PressAsync(page, label);
        var question = page.FindAll("dialog")[^1].TextContent;
        await PressAsync(page, "Cancel");

        Assert.Contains(loss, question, StringComparison.Ordinal);
        Assert.Single(page.FindAll("dialog"));
        Assert.Equal((true, null), await ReadAsync(desk, person => (person.TwoFactorEnabled, person.SecurityStamp)));
    }

    [Fact]
    public async Task Reset_Confirmed_KeepsWhatIsTyped_AndItCanBeSaved()
    {
        await using var desk = await Desk.StartAsync();
        var page = await OpenAsync(desk);
        await page.Find("#staff-name").ChangeAsync("Ana Agent");

        await PressAsync(page, "Make a new password");
        await page.FindAll("dialog")[^1].QuerySelector(".is-main")!.ClickAsync(new MouseEventArgs());

        Assert.Equal("Ana Agent", page.Find("#staff-name").GetAttribute("value"));
        Assert.Contains("Initial password for Agent 2", page.Find("dialog .notice").TextContent, StringComparison.Ordinal);
        Assert.NotNull(await ReadAsync(desk, person => person.PasswordHash));
        await PressAsync(page, "Save");
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal("Ana Agent", await ReadAsync(desk, person => person.DisplayName));
        Assert.NotNull(page.Find(".handed"));
    }

    [Fact]
    public async Task SecondFactor_Removed_IsSaid()
    {
        await using var desk = await Desk.StartAsync();
        var page = await OpenAsync(desk);

        await PressAsync(page, "Remove second step and passkeys");
        await page.FindAll("dialog")[^1].QuerySelector(".is-main")!.ClickAsync(new MouseEventArgs());

        Assert.Contains("Second step and passkeys were removed", page.Find("dialog [role=status]").TextContent, StringComparison.Ordinal);
        Assert.False(await ReadAsync(desk, person => person.TwoFactorEnabled));
    }

    private static Task PressAsync(IRenderedComponent<StaffPage> page, string label) =>
        page.FindAll("button").Last(b => b.TextContent.Trim() == label).ClickAsync(new MouseEventArgs());

    private static async Task<T> ReadAsync<T>(Desk desk, Func<StaffUser, T> read)
    {
        await using var db = desk.Database.Open();
        return read(await db.Users.AsNoTracking().SingleAsync(u => u.UserName == "Agent 2"));
    }

    /// <summary>The dialog of a colleague with a second step.</summary>
    private async Task<IRenderedComponent<StaffPage>> OpenAsync(Desk desk)
    {
        var administrator = await desk.Staff.HireAsync([Role.Administrator]);
        await desk.Staff.AgentAsync();
        await using (var db = desk.Database.Open())
        {
            await db.Users.Where(u => u.UserName == "Agent 2").ExecuteUpdateAsync(u => u.SetProperty(p => p.TwoFactorEnabled, true));
        }

        Sit(desk, administrator, Role.Administrator);
        var program = desk.Program.CreateScope().ServiceProvider;
        Services.AddSingleton(program.GetRequiredService<ListStaff>()).AddSingleton(program.GetRequiredService<CreateStaff>());
        Services.AddSingleton(program.GetRequiredService<ChangeStaff>()).AddSingleton(program.GetRequiredService<ResetSignIn>());
        var page = Render<StaffPage>();
        await page.WaitForAssertionAsync(() => page.Find("tr[data-row]"), TimeSpan.FromSeconds(10));
        await page.FindAll("tr[data-row]").Single(row => row.TextContent.Contains("Agent 2", StringComparison.Ordinal)).QuerySelector("button")!.ClickAsync(new MouseEventArgs());
        return page;
    }
}
