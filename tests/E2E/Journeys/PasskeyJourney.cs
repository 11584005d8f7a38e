using BackOffice.Core.Audit;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>A passkey's life in a real browser, which checks the site's name and signs; only the device that keeps the key is virtual.</summary>
public sealed class PasskeyJourney
{
    [Fact]
    public async Task Passkey_Added_OpensTheAccountUntilItIsRemoved()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(NameOf(desk.Address), Cast.Agent);
        var key = await PlugInAsync(agent);

        await AddAsync(agent);
        await agent.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Name of Passkey" }).FillAsync("Office laptop");
        await agent.Button("Save name of Passkey").ClickAsync();
        await Expect(agent.Page.GetByText("The passkey has its new name.")).ToBeVisibleAsync();

        await LeaveAsync(agent);
        await agent.Button("Sign in with a passkey").ClickAsync();
        await agent.Page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        await VisitAsync(agent, "/account");
        await Expect(agent.Page.GetByText(Cast.Agent)).ToBeVisibleAsync();

        await VisitAsync(agent, "/account/passkeys");
        await agent.Link("Remove Office laptop").ClickAsync();
        await agent.Link("Cancel").ClickAsync();
        await agent.Link("Remove Office laptop").ClickAsync();
        await agent.Button("Remove").ClickAsync();
        await Expect(agent.Page.GetByText("No passkey yet.")).ToBeVisibleAsync();

        await LeaveAsync(agent);
        await agent.Button("Sign in with a passkey").ClickAsync();
        await Expect(agent.Page.GetByText("This passkey does not open an account here.")).ToBeVisibleAsync();
        Assert.Single(await KeptAsync(key));
        Assert.Equal(
            ["account.passkey-added", "account.passkey-renamed", "account.passkey-removed"],
            await desk.ReadAsync(db => db.Set<AuditEntry>().Where(e => EF.Functions.Like(e.Action, "account.%")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
    }

    /// <summary>A page under another origin cannot use up what this site was given: the browser signs where it was asked.</summary>
    [Fact]
    public async Task Passkey_SignedUnderAnotherOrigin_IsRefused()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(NameOf(desk.Address), Cast.Agent);
        await PlugInAsync(agent);
        await VisitAsync(agent, "/account/passkeys");

        await agent.Page.EvaluateAsync(
            """
            () => {
                const create = navigator.credentials.create.bind(navigator.credentials);
                navigator.credentials.create = async options => {
                    const made = (await create(options)).toJSON();
                    const said = JSON.parse(atob(made.response.clientDataJSON.replaceAll('-', '+').replaceAll('_', '/')));
                    said.origin = 'http://elsewhere.example';
                    made.response.clientDataJSON = btoa(JSON.stringify(said)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
                    return made;
                };
            }
            """);
        await agent.Button("Add a passkey").ClickAsync();

        await Expect(agent.Page.GetByText("The passkey could not be checked. Try again.")).ToBeVisibleAsync();
        await VisitAsync(agent, "/account/passkeys");
        await Expect(agent.Page.GetByText("No passkey yet.")).ToBeVisibleAsync();
    }

    /// <summary>A passkey belongs to a name: to a number no browser gives one.</summary>
    private static Uri NameOf(Uri address) => new UriBuilder(address) { Host = "localhost" }.Uri;

    private static async Task<(ICDPSession Session, string Id)> PlugInAsync(Person person)
    {
        var session = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>The ids that the virtual device keeps.</summary>
    private static async Task<IReadOnlyList<string>> KeptAsync((ICDPSession Session, string Id) key)
    {
        var kept = await key.Session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = key.Id });
        return [.. kept!.Value.GetProperty("credentials").EnumerateArray().Select(c => c.GetProperty("credentialId").GetString()!)];
    }

    private static async Task AddAsync(Person person)
    {
        await VisitAsync(person, "/account/passkeys");
        await person.Button("Add a passkey").ClickAsync();
        await Expect(person.Page.GetByText("The passkey was added.")).ToBeVisibleAsync();
    }

    /// <summary>The account's pages are plain: there is nothing to wait for.</summary>
    private static Task VisitAsync(Person person, string path) => person.Page.GotoAsync(new Uri(new Uri(person.Page.Url), path).ToString());

    private static async Task LeaveAsync(Person person)
    {
        await person.GoAsync("/");
        await person.Button("Signed in as").ClickAsync();
        await person.Button("Sign out").ClickAsync();
        await person.Page.WaitForURLAsync("**/account/signed-out");
        await VisitAsync(person, "/account/sign-in");
    }
}
