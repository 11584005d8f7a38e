using System.Globalization;
using System.Resources;
using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Access;

/// <summary>What people change about their own sign-in, with its line or not at all.</summary>
public sealed class OwnSignInTests
{
    private static readonly byte[] Passkey = [1, 2, 3];

    [Theory]
    [InlineData(OwnSignInPart.Password, "account.password-changed")]
    [InlineData(OwnSignInPart.SecondFactorOn, "account.second-factor-on")]
    [InlineData(OwnSignInPart.SecondFactorOff, "account.second-factor-off")]
    [InlineData(OwnSignInPart.RecoveryCodes, "account.recovery-codes-made")]
    [InlineData(OwnSignInPart.PasskeyAdded, "account.passkey-added")]
    [InlineData(OwnSignInPart.PasskeyRenamed, "account.passkey-renamed")]
    [InlineData(OwnSignInPart.PasskeyRemoved, "account.passkey-removed")]
    [InlineData(OwnSignInPart.Sessions, "account.signed-out-everywhere")]
    public async Task Change_OfEachPart_IsSavedWithItsLine(OwnSignInPart part, string verb)
    {
        await using var desk = await Desk.StartAsync();
        var withoutARole = await desk.Staff.HireAsync([]);

        var refusal = await ChangeAsync(desk, withoutARole, part, isDone: true);

        var line = Assert.Single(await LinesAsync(desk));
        Assert.Null(refusal);
        Assert.Equal((verb, "staff:" + withoutARole.Id, withoutARole.Id, withoutARole.Name), (line.Action, line.Subject, line.ActorId, line.ActorName));
        Assert.Equal("renewed", await StampAsync(desk, withoutARole));
    }

    /// <summary>Identity saves at every step: what it saved before the one that failed goes with it.</summary>
    [Fact]
    public async Task Change_WhoseLastStepFails_LeavesNothing()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var before = await StampAsync(desk, agent);

        var refusal = await ChangeAsync(desk, agent, OwnSignInPart.SecondFactorOn, isDone: false);

        Assert.Equal((AccessRefusals.SignInUnchanged.Name, before), (refusal?.Name, await StampAsync(desk, agent)));
        Assert.Empty(await LinesAsync(desk));
    }

    [Fact]
    public async Task Change_BySomebodyWhoWasBarred_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.Staff.DisableAsync(agent);

        var refusal = await ChangeAsync(desk, agent, OwnSignInPart.Password, isDone: true);

        Assert.Equal(AccessRefusals.AccountDisabled.Name, refusal?.Name);
        Assert.NotEqual("renewed", await StampAsync(desk, agent));
        Assert.Empty(await LinesAsync(desk));
    }

    /// <summary>Lines of the same passkey are known by it; which one it is only its owner can tell.</summary>
    [Fact]
    public async Task Change_OfAPasskey_NamesItByADigest()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();

        await ChangeAsync(desk, agent, OwnSignInPart.PasskeyAdded, isDone: true, Passkey);
        await ChangeAsync(desk, agent, OwnSignInPart.PasskeyRemoved, isDone: true, Passkey);

        Assert.Equal(
            [("account.passkey-added", """{"passkey":"039058C6F2C0CB49"}"""), ("account.passkey-removed", """{"passkey":"039058C6F2C0CB49"}""")],
            (await LinesAsync(desk)).Select(line => (line.Action, line.Detail)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Verb_OfEachPart_HasAWordInEveryLanguage(string language)
    {
        var texts = new ResourceManager(typeof(AuditText).FullName!, typeof(AuditText).Assembly);

        Assert.All(
            Enum.GetValues<OwnSignInPart>(),
            part => Assert.NotNull(texts.GetString("Action." + OwnSignIn.VerbOf(part), CultureInfo.GetCultureInfo(language))));
    }

    /// <summary>One step, saved at once as Identity does, and whether it counts as done.</summary>
    private static async Task<Refusal?> ChangeAsync(Desk desk, Actor who, OwnSignInPart part, bool isDone, byte[]? passkey = null)
    {
        await using var scope = desk.Program.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BackOfficeDb>();
        var person = await db.Users.SingleAsync(u => u.Id == who.Id);
        return await scope.ServiceProvider.GetRequiredService<OwnSignIn>().ChangeAsync(
            new OwnSignInChange(person, part, passkey),
            async () =>
            {
                person.SecurityStamp = "renewed";
                await db.SaveChangesAsync();
                return isDone;
            },
            CancellationToken.None);
    }

    private static async Task<IReadOnlyList<AuditEntry>> LinesAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<AuditEntry>().OrderBy(e => e.Sequence).ToListAsync();
    }

    private static async Task<string?> StampAsync(Desk desk, Actor who)
    {
        await using var db = desk.Database.Open();
        return await db.Users.Where(u => u.Id == who.Id).Select(u => u.SecurityStamp).SingleAsync();
    }
}
