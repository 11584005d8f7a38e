using System.Reflection;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Data;
using BackOffice.Web;
using BackOffice.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Unit.Web.Shell;

public sealed class SettingsCheckTests
{
    [Fact]
    public async Task Passes_SeveralWrongSettings_ListsAllOfThemByKey()
    {
        await using var app = BackOfficeApp.Build([
            "--environment", "Production", "--FirstAdministrator:Email", "boss@example.com", "--Atlas:BaseUrl", "http://partner.example",
        ]);
        using var complaints = new StringWriter();

        Assert.False(SettingsCheck.Passes(app.Services, complaints));

        var list = complaints.ToString();
        Assert.Contains("Mode: missing", list, StringComparison.Ordinal);
        Assert.Contains("FirstAdministrator:Password: missing", list, StringComparison.Ordinal);
        Assert.Contains("Atlas:BaseUrl: plain http", list, StringComparison.Ordinal);
        Assert.Contains("Atlas:ClientId: is missing", list, StringComparison.Ordinal);
        Assert.Contains("Atlas:WebhookSecret: is missing", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_ShortPasswordOfTheFirstAdministrator_IsNotRepeatedInTheList()
    {
        await using var app = BackOfficeApp.Build(["--environment", "Development", "--FirstAdministrator:Email", "boss@example.com", "--FirstAdministrator:Password", "hunter2"]);
        using var complaints = new StringWriter();

        Assert.False(SettingsCheck.Passes(app.Services, complaints));

        Assert.Contains("FirstAdministrator:Password: shorter than 12", complaints.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", complaints.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_DevelopmentWithoutSettings_IsARehearsal()
    {
        await using var app = BackOfficeApp.Build(["--environment", "Development"]);

        Assert.Empty(SettingsCheck.Faults(app.Services));
    }

    [Fact]
    public async Task Passes_UnknownMode_IsNamed()
    {
        await using var app = BackOfficeApp.Build(["--environment", "Development", "--Mode", "Demo"]);

        Assert.Contains("Mode: \"Demo\" is neither Live nor Rehearsal.", SettingsCheck.Faults(app.Services));
    }

    [Fact]
    public async Task Passes_DatabaseThatIsNotThere_IsNamedInsteadOfReplaced()
    {
        await using var app = BackOfficeApp.Build(["--environment", "Development", "--Database:Provider", "PostgreSql"]);

        Assert.Contains("Database:Provider: \"PostgreSql\" is not there; this version keeps its data in Sqlite.", SettingsCheck.Faults(app.Services));
    }

    /// <summary>Half an account at the card partner would be found by the first refund.</summary>
    [Fact]
    public async Task Passes_HalfAnAccountAtAsiaBill_NamesWhatIsMissing()
    {
        await using var app = BackOfficeApp.Build(["--environment", "Production", "--Mode", "Live", "--AsiaBill:Send", "true", "--AsiaBill:GatewayNo", "12345001"]);

        var faults = string.Join('\n', SettingsCheck.Faults(app.Services));

        Assert.Contains("AsiaBill:BaseUrl", faults, StringComparison.Ordinal);
        Assert.Contains("AsiaBill:SignKey", faults, StringComparison.Ordinal);
        Assert.DoesNotContain("AsiaBill:GatewayNo", faults, StringComparison.Ordinal);
    }

    /// <summary>The platform's own reading ends at the first with an exception, and has no word on the rest.</summary>
    [Fact]
    public async Task Passes_SettingsThatCannotBeRead_ListsAllOfThemAndWhatElseIsWrong()
    {
        await using var app = BackOfficeApp.Build([
            "--environment", "Production", "--Mode", "Live", "--Urls", "localhost:5080", "--ConnectionStrings:BackOffice", "/srv/desk.db;Password=hunter2",
            "--Atlas:SendTimeout", "30s", "--Atlas:CallsPerSecond", "three", "--Atlas:ReadTimeout", "", "--AsiaBill:Send", "perhaps", "--Dispatch:Lease", "long",
            "--Atlas:BaseUrl", "http://partner.example", "--Atlas:ClientId", "acme", "--Atlas:ClientSecret", "s3cr3t", "--Atlas:WebhookSecret", "0123456789abcdef",
        ]);
        using var complaints = new StringWriter();

        Assert.False(SettingsCheck.Passes(app.Services, complaints));

        var lines = complaints.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
            [
                "ConnectionStrings:BackOffice: must name a SQLite file, as in Data Source=/srv/desk/backoffice.db",
                "Urls: \"localhost:5080\" is not an address to listen at, such as http://localhost:5080.",
                "Atlas:CallsPerSecond: must be a whole number.", "Atlas:ReadTimeout: must be a time, written hh:mm:ss.", "Atlas:SendTimeout: must be a time, written hh:mm:ss.",
                "AsiaBill:Send: must be on or off.", "Dispatch:Lease: must be a time, written hh:mm:ss.",
                "Atlas:BaseUrl: plain http is accepted for a loopback host only.",
            ],
            lines.Skip(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("perhaps")]
    public async Task Passes_SwitchThatCannotBeRead_IsNamedInARehearsalToo(string text)
    {
        await using var app = BackOfficeApp.Build(["--environment", "Development", "--AsiaBill:Send", text]);

        Assert.Equal("AsiaBill:Send: must be on or off.", Assert.Single(SettingsCheck.Faults(app.Services)));
    }

    [Theory]
    [InlineData("on", true)]
    [InlineData("On", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("FALSE", false)]
    public async Task Switch_IsReadAsTheDocumentsWriteIt(string text, bool isOn)
    {
        await using var app = BackOfficeApp.Build([
            "--environment", "Production", "--Mode", "Live", "--AsiaBill:Send", text,
            "--AsiaBill:BaseUrl", "https://openapi.asiabill.example", "--AsiaBill:GatewayNo", "98765001", "--AsiaBill:SignKey", "its-key",
        ]);

        Assert.Equal(isOn, app.Services.GetRequiredService<IOptions<AsiaBillOptions>>().Value.Send);
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://*:80;https://desk.example:443/", true)]
    [InlineData("HTTP://127.0.0.1:0", true)]
    [InlineData("http://localhost:99999", false)]
    [InlineData("http://localhost:five", false)]
    [InlineData("http://localhost:5080/desk", false)]
    [InlineData("ftp://localhost", false)]
    public async Task Address_ToListenAt_IsCheckedAtStart(string urls, bool isGood)
    {
        await using var app = BackOfficeApp.Build(["--environment", "Development", "--Urls", urls]);

        Assert.Equal(isGood, SettingsCheck.Faults(app.Services).Count == 0);
    }

    /// <summary>Every one, whoever adds it: what is checked as options and is no text must be read here first.</summary>
    [Fact]
    public void Settings_ThatAreNoTexts_AreAllReadBeforeTheyAreBound()
    {
        var keys = typeof(BackOfficeDb).Assembly.GetTypes().SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidateOptions<>)).Select(i => i.GetGenericArguments()[0])
            .SelectMany(options => options.GetProperties().Where(p => p.CanWrite && p.PropertyType != typeof(string)).Select(p => SectionOf(options) + ":" + p.Name))
            .Order(StringComparer.Ordinal).ToList();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(keys.Select(key => new KeyValuePair<string, string?>(key, "?"))).Build();

        var read = SettingsReading.Of(configuration);

        Assert.Contains("Dispatch:LookEvery", keys);
        Assert.Equal(keys, read.Faults.Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        Assert.Equal(keys, read.Instead.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>A call that has begun is recorded before the program ends, whichever partner it is made to.</summary>
    [Theory]
    [InlineData(null, null, 90)]
    [InlineData("00:02:00", null, 150)]
    [InlineData(null, "00:03:00", 210)]
    public async Task Shutdown_WaitsForTheLongestCall(string? atlas, string? asiaBill, int seconds)
    {
        string[] args = ["--environment", "Development", .. atlas is null ? [] : (string[])["--Atlas:SendTimeout", atlas], .. asiaBill is null ? [] : (string[])["--AsiaBill:SendTimeout", asiaBill]];
        await using var app = BackOfficeApp.Build(args);

        Assert.Equal(TimeSpan.FromSeconds(seconds), app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    private static string SectionOf(Type options) => (string)options.GetField("Section", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
}
