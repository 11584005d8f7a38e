using AngleSharp.Dom;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Staff;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Staff;

/// <summary>What is done about a colleague while others, and the colleague, do something too; with the use cases behind it.</summary>
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

    /// <summary>The list is older than the lock: somebody calls because they cannot get in.</summary>
    [Fact]
    public async Task Person_LockedAfterTheListWasRead_CanBeUnlocked()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await TouchAsync(desk, person => person.LockoutEnd = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await ChooseAsync(page);
        await PressAsync(page, "Unlock");

        Assert.Null(await ReadAsync(desk, person => person.LockoutEnd));
    }

    [Fact]
    public async Task Save_AfterAMistypedPassword_IsRefusedOnce_AndThenSaved()
    {
        await using var desk = await Desk.StartAsync();
        var page = await OpenAsync(desk);
        await page.Find("#staff-name").ChangeAsync("Ana Agent");
        await TouchAsync(desk, person => person.AccessFailedCount = 1);

        await PressAsync(page, "Save");
        var (refusal, typed) = (page.Find("dialog [role=alert]").TextContent, page.Find("#staff-name").GetAttribute("value"));
        await PressAsync(page, "Save");

        Assert.Contains("Somebody changed this meanwhile.", refusal, StringComparison.Ordinal);
        Assert.Equal("Ana Agent", typed);
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal("Ana Agent", await ReadAsync(desk, person => person.DisplayName));
    }

    [Fact]
    public async Task Save_OverAColleaguesChange_StaysRefusedUntilThePersonIsOpenedAnew()
    {
        await using var desk = await Desk.StartAsync();
        var page = await OpenAsync(desk);
        var theirs = new Money(50_000, "USD");
        await page.Find("#staff-name").ChangeAsync("Ana Agent");
        await TouchAsync(desk, person => person.SendLimit = theirs);

        await PressAsync(page, "Save");
        await PressAsync(page, "Save");
        await PressAsync(page, "Save");
        var refused = await ReadAsync(desk, person => (person.DisplayName, person.SendLimit));
        await PressAsync(page, "Cancel");
        await ChooseAsync(page);
        await page.Find("#staff-name").ChangeAsync("Ana Agent");
        await PressAsync(page, "Save");

        Assert.Equal(("Agent 2", theirs), refused);
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal(("Ana Agent", theirs), await ReadAsync(desk, person => (person.DisplayName, person.SendLimit)));
    }

    [Theory]
    [InlineData(" ", "ana@example.com", "USD", "", "", "staff-name")]
    [InlineData("Ana", "ana at example.com", "USD", "", "", "staff-email")]
    [InlineData("Ana", "ana@example.com", "USD", "200,00", "", "send-limit")]
    [InlineData("Ana", "ana@example.com", "USD", "0", "", "send-limit")]
    [InlineData("Ana", "ana@example.com", "US", "200", "", "send-limit-currency")]
    [InlineData("Ana", "ana@example.com", "USD", "200", "1,000", "approval-limit")]
    public async Task Save_WithWhatCannotBe_MarksThatFieldAlone_AndSaysWhyAboveTheButtons(string name, string email, string currency, string send, string approval, string field)
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await page.Find("[data-key=n]").ClickAsync(new MouseEventArgs());
        await page.Find("#send-limit-currency").ChangeAsync(currency);
        await page.Find("#send-limit").ChangeAsync(send);
        await page.Find("#approval-limit").ChangeAsync(approval);

        await FillAsync(page, name, email);

        Assert.Equal([field], page.FindAll("[aria-invalid=true]").Select(f => f.Id));
        Assert.Equal("alert", page.Find(".dialog-body").LastElementChild!.GetAttribute("role"));
    }

    [Theory]
    [InlineData("Save")]
    [InlineData("Cancel")]
    public async Task Person_SavedOrThrownAway_IsForgottenByTheTab(string label)
    {
        await using var desk = await Desk.StartAsync();
        var page = await OpenAsync(desk);
        var (id, stamp) = (await ReadAsync(desk, person => person.Id), page.FindComponent<StaffDialog>().Instance.Draft.Stamp);
        var keeper = page.Find("draft-keeper:has([data-kept=name])");
        var (key, over) = (keeper.GetAttribute("key"), keeper.GetAttribute("over"));
        await page.Find("#staff-name").ChangeAsync("Ana Agent");

        await PressAsync(page, label);

        Assert.Equal(($"staff:{id}", stamp), (key, over));
        Assert.Equal(key, Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
    }

    /// <summary>What somebody may do is ticked in full view each time; passwords are in no field here.</summary>
    [Fact]
    public async Task Rights_OfAPerson_AreKeptNowhere()
    {
        await using var desk = await Desk.StartAsync();
        var page = await OpenAsync(desk);

        Assert.Equal(["name", "send-currency", "send-amount", "approval-currency", "approval-amount"], page.FindAll("[data-kept]").Select(f => f.GetAttribute("data-kept")));
    }

    /// <summary>An initial password is stored nowhere: who loses it from the screen has to make another.</summary>
    [Fact]
    public async Task SecondPerson_Added_LeavesTheFirstPasswordOnTheScreen()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);

        await AddAsync(page, "Ben", "ben@example.com");
        await AddAsync(page, "Cleo", "cleo@example.com");
        var both = Handed(page);
        await page.FindAll("button").First(b => b.TextContent.Trim() == "I have handed it over").ClickAsync(new MouseEventArgs());

        Assert.Equal("Initial password for Ben, Initial password for Cleo", both);
        Assert.Equal("Initial password for Cleo", Handed(page));
    }

    /// <summary>The answer about the first comes late: what is being typed about the second stays in the tab.</summary>
    [Fact]
    public async Task Person_AddedWhileTheNextIsTyped_ForgetsNothingOfThat()
    {
        await using var desk = await Desk.StartAsync();
        var held = new HeldSave();
        desk.Restart(services => services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(held)));
        var page = await ShowAsync(desk);
        var first = AddAsync(page, "Ben", "ben@example.com");
        await held.Reached.WithinAsync();
        await PressAsync(page, "Cancel");
        await page.Find("[data-key=n]").ClickAsync(new MouseEventArgs());
        await page.Find("#staff-name").ChangeAsync("Cleo");
        var before = JSInterop.Invocations["desk.forgetDraft"].Count;

        held.LetGo();
        await first;

        Assert.Equal((1, 1), (before, JSInterop.Invocations["desk.forgetDraft"].Count));
        Assert.Equal(("Initial password for Ben", "Cleo"), (Handed(page), page.Find("#staff-name").GetAttribute("value")));
    }

    /// <summary>The answer comes when somebody else's dialog is open: it would be taken for theirs.</summary>
    [Fact]
    public async Task Reset_AnsweredWhenAnotherPersonIsOpen_IsNotSaidOfThem()
    {
        await using var desk = await Desk.StartAsync();
        var held = new HeldSave();
        desk.Restart(services => services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(held)));
        var page = await OpenAsync(desk);
        await PressAsync(page, "Remove second step and passkeys");
        var reset = page.FindAll("dialog")[^1].QuerySelector(".is-main")!.ClickAsync(new MouseEventArgs());
        await held.Reached.WithinAsync();
        await PressAsync(page, "Cancel");
        await page.FindAll("tr[data-row]").First(row => !row.TextContent.Contains("Agent 2", StringComparison.Ordinal)).QuerySelector("button")!.ClickAsync(new MouseEventArgs());

        held.LetGo();
        await reset;

        Assert.DoesNotContain("were removed", Assert.Single(page.FindAll("dialog")).TextContent, StringComparison.Ordinal);
        Assert.False(await ReadAsync(desk, person => person.TwoFactorEnabled));
    }

    private static string Handed(IRenderedComponent<StaffPage> page) => string.Join(", ", page.FindAll(".notice-text").Select(text => text.TextContent));

    private static async Task AddAsync(IRenderedComponent<StaffPage> page, string name, string email)
    {
        await page.Find("[data-key=n]").ClickAsync(new MouseEventArgs());
        await FillAsync(page, name, email);
    }

    /// <summary>Into the open dialog of a new person, and presses its button.</summary>
    private static async Task FillAsync(IRenderedComponent<StaffPage> page, string name, string email)
    {
        await page.Find("#staff-name").ChangeAsync(name);
        await page.Find("#staff-email").ChangeAsync(email);
        await PressAsync(page, "Add");
    }

    private static Task PressAsync(IRenderedComponent<StaffPage> page, string label) =>
        page.FindAll("button").Last(b => b.TextContent.Trim() == label).ClickAsync(new MouseEventArgs());

    private static async Task<T> ReadAsync<T>(Desk desk, Func<StaffUser, T> read)
    {
        await using var db = desk.Database.Open();
        return read(await db.Users.AsNoTracking().SingleAsync(u => u.UserName == "Agent 2"));
    }

    /// <summary>As a sign-in or a colleague changes an account: with a new version.</summary>
    private static async Task TouchAsync(Desk desk, Action<StaffUser> change)
    {
        await using var db = desk.Database.Open();
        var person = await db.Users.SingleAsync(u => u.UserName == "Agent 2");
        change(person);
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        await db.SaveChangesAsync();
    }

    private static Task ChooseAsync(IRenderedComponent<StaffPage> page) =>
        page.FindAll("tr[data-row]").Single(row => row.TextContent.Contains("Agent 2", StringComparison.Ordinal)).QuerySelector("button")!.ClickAsync(new MouseEventArgs());

    /// <summary>The dialog of a colleague with a second step.</summary>
    private async Task<IRenderedComponent<StaffPage>> OpenAsync(Desk desk)
    {
        var page = await ShowAsync(desk);
        await ChooseAsync(page);
        return page;
    }

    /// <summary>The list, with a colleague who has a second step.</summary>
    private async Task<IRenderedComponent<StaffPage>> ShowAsync(Desk desk)
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
        return page;
    }

    /// <summary>Holds the first save.</summary>
    private sealed class HeldSave : SaveChangesInterceptor
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task;

        public void LetGo() => gate.SetResult();

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (reached.TrySetResult())
            {
                await gate.Task.WaitAsync(cancellationToken);
            }

            return result;
        }
    }
}
