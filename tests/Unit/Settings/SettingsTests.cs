using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Settings;

public sealed class SettingsTests
{
    [Fact]
    public async Task Rule_AddedChangedAndRemoved_IsOnTheTrail_WithBeforeAndAfter()
    {
        await using var desk = await OpenAsync();
        var administrator = await AdministratorAsync(desk);

        Assert.Null(await SaveAsync(desk, administrator, new SaveApprovalRuleInput(" usd ", 150m, 1000m, null)));
        Assert.Null(await SaveAsync(desk, administrator, new SaveApprovalRuleInput("USD", 0m, null, 1)));
        Assert.Null((await desk.Use<RemoveApprovalRule>().ExecuteAsync(administrator, "USD", 2, CancellationToken.None)).Refusal);

        Assert.Empty((await ViewAsync(desk, administrator)).Rules);
        Assert.Equal(
            [
                ("settings.rule-added", """{"before":null,"after":{"freeUpTo":"USD 150.00","secondFrom":"USD 1000.00"}}"""),
                ("settings.rule-changed", """{"before":{"freeUpTo":"USD 150.00","secondFrom":"USD 1000.00"},"after":{"freeUpTo":"USD 0.00","secondFrom":null}}"""),
                ("settings.rule-removed", """{"before":{"freeUpTo":"USD 0.00","secondFrom":null},"after":null}"""),
            ],
            await LinesAsync(desk, "rule:USD"));
    }

    public static TheoryData<string, string, string?, string> Unusable { get; } = new()
    {
        { "US", "1", null, SettingsRefusals.CurrencyInvalid.Name },
        { "U1D", "1", null, SettingsRefusals.CurrencyInvalid.Name },
        { "", "1", null, SettingsRefusals.CurrencyInvalid.Name },
        { "USD", "-0.01", null, SettingsRefusals.AmountInvalid.Name },
        { "USD", "1.005", null, SettingsRefusals.AmountInvalid.Name },
        { "JPY", "1.5", null, SettingsRefusals.AmountInvalid.Name },
        { "USD", "99999999999999999", null, SettingsRefusals.AmountInvalid.Name },
        { "USD", "100", "0.001", SettingsRefusals.AmountInvalid.Name },
        { "USD", "100", "100", SettingsRefusals.SecondNotAboveFree.Name },
        { "USD", "100", "-5", SettingsRefusals.SecondNotAboveFree.Name },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Rule_ThatCannotBe_IsRefusedByName_AndChangesNothing(string currency, string free, string? second, string refusal)
    {
        await using var desk = await OpenAsync();
        var administrator = await AdministratorAsync(desk);

        var no = await SaveAsync(desk, administrator, new SaveApprovalRuleInput(currency, Number(free), second is null ? null : Number(second), null));

        Assert.Equal(refusal, no?.Name);
        Assert.Empty((await ViewAsync(desk, administrator)).Rules);
    }

    [Fact]
    public async Task Rule_ChangedByAColleagueMeanwhile_IsNotOverwritten()
    {
        await using var desk = await OpenAsync();
        var administrator = await AdministratorAsync(desk);
        await SaveAsync(desk, administrator, new SaveApprovalRuleInput("USD", 100m, null, null));
        await SaveAsync(desk, administrator, new SaveApprovalRuleInput("USD", 200m, null, 1));

        Assert.Equal(SettingsRefusals.ChangedMeanwhile, await SaveAsync(desk, administrator, new SaveApprovalRuleInput("USD", 300m, null, 1)));
        Assert.Equal(SettingsRefusals.RuleExists.Name, (await SaveAsync(desk, administrator, new SaveApprovalRuleInput("USD", 300m, null, null)))?.Name);
        Assert.Equal(SettingsRefusals.ChangedMeanwhile, (await desk.Use<RemoveApprovalRule>().ExecuteAsync(administrator, "USD", 1, CancellationToken.None)).Refusal);
        Assert.Equal(SettingsRefusals.RuleUnknown.Name, (await desk.Use<RemoveApprovalRule>().ExecuteAsync(administrator, "EUR", 1, CancellationToken.None)).Refusal?.Name);
        Assert.Equal(20_000, (await ViewAsync(desk, administrator)).Rules.Single().FreeUpToMinor);
    }

    [Fact]
    public async Task Times_Changed_AreOnTheTrail_AndUnchangedOnesAreNot()
    {
        await using var desk = await OpenAsync();
        var administrator = await AdministratorAsync(desk);

        Assert.Null(await SaveAsync(desk, administrator, Times(2, 10, 10, version: 0)));
        Assert.Null(await SaveAsync(desk, administrator, Times(5, 15, 20, version: 0)));

        Assert.Equal(
            [("settings.times-changed", """{"before":{"safetyMargin":120,"quoteGoodFor":600,"quietPeriod":600},"after":{"safetyMargin":300,"quoteGoodFor":900,"quietPeriod":1200}}""")],
            await LinesAsync(desk, "settings:desk"));
        Assert.Equal(SettingsRefusals.ChangedMeanwhile, await SaveAsync(desk, administrator, Times(6, 15, 20, version: 0)));
    }

    [Fact]
    public async Task Fee_SetChangedAndTakenAway_IsOnTheTrail_AndTheTimesStay()
    {
        await using var desk = await OpenAsync();
        var administrator = await AdministratorAsync(desk);

        Assert.Null(await SaveAsync(desk, administrator, Fee(" usd ", 10m, version: 0)));
        Assert.Null(await SaveAsync(desk, administrator, Fee("USD", 10m, version: 1)));
        Assert.Null(await SaveAsync(desk, administrator, Fee("JPY", 500m, version: 1)));
        Assert.Null(await SaveAsync(desk, administrator, Fee("JPY", 0m, version: 2)));

        Assert.Equal(
            [
                ("settings.fee-changed", """{"before":null,"after":"USD 10.00"}"""),
                ("settings.fee-changed", """{"before":"USD 10.00","after":"JPY 500"}"""),
                ("settings.fee-changed", """{"before":"JPY 500","after":null}"""),
            ],
            await LinesAsync(desk, "settings:desk"));
        Assert.Null((await ViewAsync(desk, administrator)).Desk.AgencyFee);
    }

    [Theory]
    [InlineData("US", "1", "settings.currency-invalid")]
    [InlineData("", "1", "settings.currency-invalid")]
    [InlineData("USD", "-0.01", "settings.amount-invalid")]
    [InlineData("JPY", "1.5", "settings.amount-invalid")]
    public async Task Fee_ThatCannotBe_IsRefusedByName(string currency, string amount, string refusal)
    {
        await using var desk = await OpenAsync();
        var administrator = await AdministratorAsync(desk);

        Assert.Equal(refusal, (await SaveAsync(desk, administrator, Fee(currency, Number(amount), version: 0)))?.Name);
        Assert.Null((await ViewAsync(desk, administrator)).Desk.AgencyFee);
    }

    [Theory]
    [InlineData(0, 10, 10, "settings.margin-out-of-range")]
    [InlineData(31, 10, 10, "settings.margin-out-of-range")]
    [InlineData(2, 0, 10, "settings.quote-life-out-of-range")]
    [InlineData(2, 61, 10, "settings.quote-life-out-of-range")]
    [InlineData(2, 10, 4, "settings.quiet-period-out-of-range")]
    [InlineData(2, 10, 241, "settings.quiet-period-out-of-range")]
    public async Task Times_OutOfRange_AreRefusedByName(int margin, int quote, int quiet, string refusal)
    {
        await using var desk = await OpenAsync();

        Assert.Equal(refusal, (await SaveAsync(desk, await AdministratorAsync(desk), Times(margin, quote, quiet, version: 0)))?.Name);
    }

    [Fact]
    public async Task Settings_ForAnybodyElse_AreRefused()
    {
        await using var desk = await OpenAsync();
        var supervisor = await desk.Staff.SupervisorAsync();

        Assert.Equal(AccessRefusals.NotAllowed.Name, (await desk.Use<ReadSettings>().ExecuteAsync(supervisor, CancellationToken.None)).Refusal?.Name);
        Assert.Equal(AccessRefusals.NotAllowed.Name, (await SaveAsync(desk, supervisor, new SaveApprovalRuleInput("USD", 1m, null, null)))?.Name);
        Assert.Equal(AccessRefusals.NotAllowed.Name, (await SaveAsync(desk, supervisor, Times(2, 10, 10, 0)))?.Name);
        Assert.Equal(AccessRefusals.NotAllowed.Name, (await desk.Use<RemoveApprovalRule>().ExecuteAsync(supervisor, "USD", 0, CancellationToken.None)).Refusal?.Name);
        Assert.Equal(AccessRefusals.NotAllowed.Name, (await RegisterAsync(desk, supervisor, "https://desk.example.com"))?.Name);
    }

    [Fact]
    public async Task Webhook_Live_IsRegistered_WithItsSecret_AndTheTrailKnowsNoSecret()
    {
        await using var desk = await OpenAsync();

        Assert.Null(await RegisterAsync(desk, await AdministratorAsync(desk), " https://desk.example.com/base/ "));

        Assert.Equal("https://desk.example.com/base/webhooks/atlas/a-secret-of-the-tests", desk.Partner.Notices.Address?.AbsoluteUri);
        Assert.Equal(
            [("settings.webhook-registered", """{"address":"https://desk.example.com/base/webhooks/atlas/","result":"done"}""")],
            await LinesAsync(desk, "partner:atlas"));
    }

    [Fact]
    public async Task Webhook_ThatIsNotEncrypted_IsRefusedWithoutAsking()
    {
        await using var desk = await OpenAsync();
        var before = desk.Partner.Notices.Address;

        var refusal = await RegisterAsync(desk, await AdministratorAsync(desk), "http://desk.example.com");

        Assert.Equal(("settings.webhook-address-invalid", 0), (refusal?.Name, desk.Partner.Count("updateWebhookURL.do")));
        Assert.Equal(before, desk.Partner.Notices.Address);
        Assert.Empty(await LinesAsync(desk, "partner:atlas"));
    }

    [Fact]
    public async Task Webhook_WhoseAnswerIsLost_IsOnTheTrailAllTheSame()
    {
        await using var desk = await OpenAsync(services => services.AddSingleton<IAtlasQuestions>(new SilentPartner()));

        var refusal = await RegisterAsync(desk, await AdministratorAsync(desk), "https://desk.example.com");

        Assert.Equal(OrdersRefusals.PartnerSilent, refusal);
        Assert.Equal("""{"address":"https://desk.example.com/webhooks/atlas/","result":"orders.partner-silent"}""", Assert.Single(await LinesAsync(desk, "partner:atlas")).Detail);
    }

    [Fact]
    public async Task Webhook_InARehearsal_IsRefused()
    {
        await using var desk = await OpenAsync(services => services.AddSettings(_ => PartnerFacts.Of(isLive: false, "http://127.0.0.1:1", "/webhooks/atlas/", "x")));

        Assert.Equal(SettingsRefusals.WebhookOnlyLive, await RegisterAsync(desk, await AdministratorAsync(desk), "https://desk.example.com"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("desk.example.com")]
    [InlineData("http://desk.example.com")]
    [InlineData("https://user:word@desk.example.com")]
    [InlineData("https://desk.example.com/?a=b")]
    [InlineData("https://desk.example.com/#x")]
    [InlineData("file:///etc/passwd")]
    public void WebhookAddress_ThatCannotBeOne_IsNone(string? typed) => Assert.Null(RegisterWebhook.AddressOf(typed, "/webhooks/atlas/"));

    [Fact]
    public void PartnerFacts_GiveOutTheHost_AndNoSecret()
    {
        var facts = PartnerFacts.Of(isLive: true, "https://api.partner.example:8443/path?key=1", "/webhooks/atlas/", "the-secret");

        Assert.Equal("api.partner.example:8443", facts.AtlasHost);
        Assert.DoesNotContain(typeof(PartnerFacts).GetProperties(), p => Equals(p.GetValue(facts), "the-secret"));
    }

    private static async Task<Desk> OpenAsync(Action<IServiceCollection>? further = null)
    {
        var desk = await Desk.StartAsync();
        desk.Restart(services =>
        {
            services.AddSettings(_ => PartnerFacts.Of(isLive: true, "http://127.0.0.1:1", "/webhooks/atlas/", "a-secret-of-the-tests"));
            further?.Invoke(services);
        });
        return desk;
    }

    private static Task<Actor> AdministratorAsync(Desk desk) => desk.Staff.HireAsync([Role.Administrator]);

    private static async Task<Refusal?> SaveAsync(Desk desk, Actor who, SaveApprovalRuleInput input) => (await desk.Use<SaveApprovalRule>().ExecuteAsync(who, input, CancellationToken.None)).Refusal;

    private static async Task<Refusal?> SaveAsync(Desk desk, Actor who, SaveDeskSettingsInput input) => (await desk.Use<SaveDeskSettings>().ExecuteAsync(who, input, CancellationToken.None)).Refusal;

    private static async Task<Refusal?> RegisterAsync(Desk desk, Actor who, string typed) => (await desk.Use<RegisterWebhook>().ExecuteAsync(who, typed, CancellationToken.None)).Refusal;

    private static async Task<SettingsView> ViewAsync(Desk desk, Actor who) => (await desk.Use<ReadSettings>().ExecuteAsync(who, CancellationToken.None)).Require();

    private static SaveDeskSettingsInput Times(int margin, int quote, int quiet, int version) =>
        new(TimeSpan.FromMinutes(margin), TimeSpan.FromMinutes(quote), TimeSpan.FromMinutes(quiet), null, version);

    private static SaveDeskSettingsInput Fee(string currency, decimal amount, int version) =>
        Times(2, 10, 10, version) with { AgencyFee = new AgencyFeeInput(amount, currency) };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<(string Action, string Detail)>> LinesAsync(Desk desk, string subject)
    {
        await using var db = desk.Database.Open();
        return [.. (await db.Set<AuditEntry>().Where(e => e.Subject == subject).OrderBy(e => e.Sequence).ToListAsync()).Select(e => (e.Action, e.Detail))];
    }
}
