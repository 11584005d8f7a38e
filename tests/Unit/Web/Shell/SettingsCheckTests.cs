using BackOffice.Web;
using BackOffice.Web.Hosting;
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
}
