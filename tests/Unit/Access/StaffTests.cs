using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Access;

public sealed class StaffTests : IAsyncLifetime
{
    public static TheoryData<SignInPart> Parts { get; } = [.. Enum.GetValues<SignInPart>()];

    private readonly TestDatabase database = TestDatabase.Create();
    private ServiceProvider services = null!;
    private Actor administrator = null!;

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection()
            .AddLogging().AddSingleton<TimeProvider>(new TestClock()).AddSingleton<CaseChanges>()
            .AddBackOfficeData(_ => database.ConnectionString).AddAccess().BuildServiceProvider();
        var made = await Use<Store>().ChangeAsWorkerAsync<Actor>(
            change => Task.FromResult<Outcome<Actor>>(new Actor(
                Use<NewAccounts>().Add(change, "boss@example.com", "Boss", "a long enough one", isInitial: false, [Role.Administrator]).Id, "Boss")),
            CancellationToken.None);
        administrator = made.Require();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Create_NewPerson_SavesRolesLimitAuditAndAPasswordThatFits()
    {
        var made = (await Use<CreateStaff>().ExecuteAsync(administrator, Input("ana@example.com") with { SendLimit = new Money(200_00, "USD") }, default)).Require();

        var row = await RowAsync(made.UserId);
        Assert.Equal([Role.Agent], row.Roles);
        Assert.Equal(new Money(200_00, "USD"), row.SendLimit);
        Assert.True(row.PasswordIsInitial);
        await using var db = database.Open();
        var person = await db.Users.SingleAsync(u => u.Id == made.UserId);
        Assert.Equal(PasswordVerificationResult.Success, Use<IPasswordHasher<StaffUser>>().VerifyHashedPassword(person, person.PasswordHash!, made.InitialPassword));
        var line = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "staff.created");
        Assert.DoesNotContain("ana@example.com", line.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-address", "Ana", "access.email-invalid")]
    [InlineData("Ana <ana@example.com>", "Ana", "access.email-invalid")]
    [InlineData("ana@example.com", " ", "access.name-missing")]
    [InlineData("BOSS@example.com", "Ana", "access.email-taken")]
    public async Task Create_BadInput_IsRefusedByName(string email, string name, string refused)
    {
        var outcome = await Use<CreateStaff>().ExecuteAsync(administrator, Input(email) with { DisplayName = name }, default);

        Assert.Equal(refused, outcome.Refusal?.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Limit_ThatIsNotAboveZero_IsRefused(long minor)
    {
        var agent = await HireAsync("ana@example.com");
        var (limit, seen) = (new Money(minor, "USD"), await ChangeOfAsync(agent));

        Refusal?[] refused =
        [
            (await Use<CreateStaff>().ExecuteAsync(administrator, Input("ben@example.com") with { SendLimit = limit }, default)).Refusal,
            (await Use<CreateStaff>().ExecuteAsync(administrator, Input("ben@example.com") with { ApprovalLimit = limit }, default)).Refusal,
            (await Use<ChangeStaff>().ExecuteAsync(administrator, seen with { SendLimit = limit }, default)).Refusal,
            (await Use<ChangeStaff>().ExecuteAsync(administrator, seen with { ApprovalLimit = limit }, default)).Refusal,
        ];

        Assert.Equal(["access.send-limit-invalid", "access.approval-limit-invalid", "access.send-limit-invalid", "access.approval-limit-invalid"], refused.Select(refusal => refusal?.Name));
        var row = await RowAsync(agent.Id);
        Assert.Equal((null, null, seen.Version), (row.SendLimit, row.ApprovalLimit, row.Version));
    }

    /// <summary>Spaces around it do not count.</summary>
    [Fact]
    public async Task Name_OfEightyCharacters_IsTheLongest()
    {
        var agent = await HireAsync("ana@example.com");
        var longest = new string('a', NewAccounts.LongestName);

        var tooLong = await Use<CreateStaff>().ExecuteAsync(administrator, Input("ben@example.com") with { DisplayName = longest + "a" }, default);
        var changedTooLong = await Use<ChangeStaff>().ExecuteAsync(administrator, await ChangeOfAsync(agent) with { DisplayName = longest + "a" }, default);
        var made = (await Use<CreateStaff>().ExecuteAsync(administrator, Input("ben@example.com") with { DisplayName = $" {longest} " }, default)).Require();
        (await Use<ChangeStaff>().ExecuteAsync(administrator, await ChangeOfAsync(agent) with { DisplayName = longest }, default)).Require();

        Assert.Equal(("access.name-too-long", "access.name-too-long"), (tooLong.Refusal?.Name, changedTooLong.Refusal?.Name));
        Assert.Equal((80, longest, longest), (longest.Length, (await RowAsync(made.UserId)).DisplayName, (await RowAsync(agent.Id)).DisplayName));
    }

    [Fact]
    public async Task Create_ByAnAgent_IsRefused()
    {
        var agent = await HireAsync("ana@example.com");

        Assert.True((await Use<CreateStaff>().ExecuteAsync(agent, Input("ben@example.com"), default)).Refusal?.Is(AccessRefusals.NotAllowed));
    }

    [Fact]
    public async Task Change_OtherRoles_RenewsTheStampAndTellsOpenScreens()
    {
        var agent = await HireAsync("ana@example.com");
        var before = await StampAsync(agent);
        var told = 0;
        using var listening = Use<StaffChanges>().Subscribe(agent.Id, () => told++);

        (await Use<ChangeStaff>().ExecuteAsync(administrator, await ChangeOfAsync(agent) with { Roles = [Role.Supervisor] }, default)).Require();

        Assert.NotEqual(before, await StampAsync(agent));
        Assert.Equal([Role.Supervisor], (await RowAsync(agent.Id)).Roles);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Change_OnlyTheLimit_LeavesSessionsAlone()
    {
        var agent = await HireAsync("ana@example.com");
        var before = await StampAsync(agent);

        (await Use<ChangeStaff>().ExecuteAsync(administrator, await ChangeOfAsync(agent) with { SendLimit = new Money(1, "USD") }, default)).Require();

        Assert.Equal(before, await StampAsync(agent));
    }

    [Fact]
    public async Task Change_Oneself_IsRefused()
    {
        var outcome = await Use<ChangeStaff>().ExecuteAsync(administrator, await ChangeOfAsync(administrator) with { Roles = [Role.Administrator, Role.Supervisor] }, default);

        Assert.True(outcome.Refusal?.Is(AccessRefusals.NotYourself));
    }

    /// <summary>The second of the two is no administrator any more when its turn comes, so that one always stays.</summary>
    [Fact]
    public async Task Change_TwoAdministratorsWhoTakeEachOthersRole_LeaveOne()
    {
        var other = new Actor(
            (await Use<CreateStaff>().ExecuteAsync(administrator, Input("eve@example.com") with { Roles = [Role.Administrator] }, default)).Require().UserId, "Eve");
        var (ofOther, ofFirst) = (await ChangeOfAsync(other) with { Roles = [] }, await ChangeOfAsync(administrator) with { IsActive = false });

        var outcomes = await Task.WhenAll(
            Task.Run(() => Use<ChangeStaff>().ExecuteAsync(administrator, ofOther, default)),
            Task.Run(() => Use<ChangeStaff>().ExecuteAsync(other, ofFirst, default)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Single(outcomes, outcome => outcome.Refusal?.Kind == RefusalKind.Forbidden);
    }

    [Fact]
    public async Task Change_AVersionThatIsOld_IsAConflictAndChangesNothing()
    {
        var agent = await HireAsync("ana@example.com");
        var seen = await ChangeOfAsync(agent);
        (await Use<ChangeStaff>().ExecuteAsync(administrator, seen with { DisplayName = "First" }, default)).Require();

        var outcome = await Use<ChangeStaff>().ExecuteAsync(administrator, seen with { DisplayName = "Second" }, default);

        Assert.Equal(RefusalKind.Conflict, outcome.Refusal?.Kind);
        Assert.Equal("First", (await RowAsync(agent.Id)).DisplayName);
    }

    [Fact]
    public async Task Change_BarringAPerson_TakesEveryRightAtOnce()
    {
        var agent = await HireAsync("ana@example.com");

        (await Use<ChangeStaff>().ExecuteAsync(administrator, await ChangeOfAsync(agent) with { IsActive = false }, default)).Require();

        await using var db = database.Open();
        Assert.True((await AccessCheck.DemandAsync(db, agent, Permission.ViewCases, default)).Refusal?.Is(AccessRefusals.AccountDisabled));
    }

    [Fact]
    public async Task Reset_Password_MakesAnotherOneForHandingOver()
    {
        var agent = await HireAsync("ana@example.com");
        var before = await StampAsync(agent);

        var reset = (await Use<ResetSignIn>().ExecuteAsync(administrator, new ResetSignInInput(agent.Id, SignInPart.Password), default)).Require();

        Assert.NotNull(reset.InitialPassword);
        Assert.NotEqual(before, await StampAsync(agent));
        Assert.True((await RowAsync(agent.Id)).PasswordIsInitial);
    }

    [Fact]
    public async Task Reset_SecondFactor_RemovesTheKeyOfTheAppAndThePasskeys()
    {
        var agent = await HireAsync("ana@example.com");
        var before = await StampAsync(agent);
        await using (var db = database.Open())
        {
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = agent.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "K" });
            db.UserPasskeys.Add(Passkey(agent.Id));
            (await db.Users.SingleAsync(u => u.Id == agent.Id)).TwoFactorEnabled = true;
            await db.SaveChangesAsync();
        }

        (await Use<ResetSignIn>().ExecuteAsync(administrator, new ResetSignInInput(agent.Id, SignInPart.SecondFactor), default)).Require();

        var row = await RowAsync(agent.Id);
        Assert.Equal((false, 0), (row.HasSecondFactor, row.Passkeys));
        Assert.NotEqual(before, await StampAsync(agent));
        await using var after = database.Open();
        Assert.False(await after.UserTokens.AnyAsync(t => t.UserId == agent.Id));
    }

    /// <summary>Whoever took over a screen of an administrator gets no password and no second factor of theirs by it.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Reset_OfOneself_IsRefused(SignInPart part)
    {
        var before = await StampAsync(administrator);

        var outcome = await Use<ResetSignIn>().ExecuteAsync(administrator, new ResetSignInInput(administrator.Id, part), default);

        Assert.True(outcome.Refusal?.Is(AccessRefusals.NotYourself));
        Assert.Equal(before, await StampAsync(administrator));
    }

    /// <summary>For the only administrator, who has lost password and device: nobody else could do it.</summary>
    [Fact]
    public async Task LetIn_WhoLostPasswordAndDevice_LeavesOnlyAPasswordToHandOver()
    {
        var before = await StampAsync(administrator);
        var longAfter = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await using (var db = database.Open())
        {
            var person = await db.Users.SingleAsync(u => u.Id == administrator.Id);
            (person.TwoFactorEnabled, person.AccessFailedCount, person.LockoutEnd) = (true, 5, longAfter);
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "K" });
            db.UserPasskeys.Add(Passkey(person.Id));
            db.UserClaims.RemoveRange(db.UserClaims);
            await db.SaveChangesAsync();
        }

        var password = (await LetInAsync("boss@EXAMPLE.com")).Require();

        await using var after = database.Open();
        var kept = await after.Users.SingleAsync(u => u.Id == administrator.Id);
        Assert.Equal(PasswordVerificationResult.Success, Use<IPasswordHasher<StaffUser>>().VerifyHashedPassword(kept, kept.PasswordHash!, password));
        Assert.Equal((false, 0, false), (kept.TwoFactorEnabled, kept.AccessFailedCount, kept.LockoutEnd.HasValue));
        Assert.NotEqual(before, kept.SecurityStamp);
        Assert.False(await after.UserTokens.AnyAsync() || await after.UserPasskeys.AnyAsync());
        Assert.Equal(SignInClaims.PasswordIsInitial, (await after.UserClaims.SingleAsync()).ClaimType);
        Assert.Equal([Role.Administrator], (await RowAsync(administrator.Id)).Roles);
        var line = await after.Set<AuditEntry>().SingleAsync();
        Assert.Equal(("staff.sign-in-reset", "staff:" + administrator.Id, Guid.Empty), (line.Action, line.Subject, line.ActorId));
        Assert.Contains("command at the machine", line.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(password, line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LetIn_WhoHasNoAccountOrWasBarred_IsRefused()
    {
        var agent = await HireAsync("ana@example.com");
        (await Use<ChangeStaff>().ExecuteAsync(administrator, await ChangeOfAsync(agent) with { IsActive = false }, default)).Require();
        var stamp = await StampAsync(agent);

        Assert.True((await LetInAsync("nobody@example.com")).Refusal?.Is(AccessRefusals.UnknownPerson));
        Assert.True((await LetInAsync("ana@example.com")).Refusal?.Is(AccessRefusals.AccountDisabled));
        Assert.Equal(stamp, await StampAsync(agent));
    }

    /// <summary>The running program has no door to it: whoever takes over a screen must not reach it.</summary>
    [Fact]
    public void LetIn_OfTheProgram_CannotBeHad() => Assert.Null(services.GetService<LetIn>());

    [Fact]
    public void InitialPassword_Two_DifferAndAreReadable()
    {
        var (one, other) = (NewAccounts.InitialPassword(), NewAccounts.InitialPassword());

        Assert.NotEqual(one, other);
        Assert.Matches("^([a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}$", one);
    }

    private static IdentityUserPasskey<Guid> Passkey(Guid owner) => new()
    {
        UserId = owner, CredentialId = [1],
        Data = new IdentityPasskeyData
        {
            PublicKey = [1], Name = "Phone", CreatedAt = DateTimeOffset.UnixEpoch, Transports = [], AttestationObject = [1], ClientDataJson = [1],
        },
    };

    private static CreateStaffInput Input(string email) => new() { Email = email, DisplayName = "Ana", Roles = [Role.Agent] };

    private T Use<T>()
        where T : notnull => services.CreateScope().ServiceProvider.GetRequiredService<T>();

    private Task<Outcome<string>> LetInAsync(string email) =>
        ActivatorUtilities.CreateInstance<LetIn>(services.CreateScope().ServiceProvider).ExecuteAsync(email, CancellationToken.None);

    private async Task<Actor> HireAsync(string email) => new((await Use<CreateStaff>().ExecuteAsync(administrator, Input(email), default)).Require().UserId, "Ana");

    private async Task<StaffRow> RowAsync(Guid id) => (await Use<ListStaff>().ExecuteAsync(administrator, default)).Require().Single(row => row.UserId == id);

    private async Task<ChangeStaffInput> ChangeOfAsync(Actor who)
    {
        var row = await RowAsync(who.Id);
        return new ChangeStaffInput
        {
            UserId = row.UserId, Version = row.Version, DisplayName = row.DisplayName, Roles = row.Roles, IsActive = row.IsActive,
            SendLimit = row.SendLimit, ApprovalLimit = row.ApprovalLimit,
        };
    }

    private async Task<string?> StampAsync(Actor who)
    {
        await using var db = database.Open();
        return await db.Users.Where(u => u.Id == who.Id).Select(u => u.SecurityStamp).SingleAsync();
    }
}
