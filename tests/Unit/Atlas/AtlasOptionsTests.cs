using BackOffice.Core.Atlas;
using BackOffice.Core.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Unit.Atlas;

public sealed class AtlasOptionsTests
{
    [Theory]
    [InlineData("https://api-sg.example.com")]
    [InlineData("https://api-sg.example.com/atlas/")]
    [InlineData("http://127.0.0.1:5081")]
    [InlineData("http://localhost:5081/")]
    [InlineData("http://[::1]:5081/")]
    public void Options_WithAUsableAddress_AreAccepted(string address) => Assert.Empty(Faults(o => o.BaseUrl = address));

    [Theory]
    [InlineData("")]
    [InlineData("api-sg.example.com")]
    [InlineData("/atlas")]
    [InlineData("ftp://api-sg.example.com")]
    [InlineData("http://api-sg.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("https://user:word@api-sg.example.com")]
    [InlineData("https://api-sg.example.com/?a=b")]
    public void Options_WithAnUnusableAddress_NameTheirKey(string address) =>
        Assert.StartsWith("Atlas:BaseUrl: ", Assert.Single(Faults(o => o.BaseUrl = address)));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("schlüssel")]
    public void Options_WithAnUnusableSecret_NameTheirKeyAndNeverTheValue(string secret)
    {
        var fault = Assert.Single(Faults(o => o.ClientSecret = secret));

        Assert.StartsWith("Atlas:ClientSecret: ", fault);
        Assert.True(secret.Length == 0 || !fault.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fifteen-letters")]
    [InlineData("sixteen/letters!!")]
    public void Options_WithAnUnusableWebhookSecret_NameTheirKey(string secret) =>
        Assert.StartsWith("Atlas:WebhookSecret: ", Assert.Single(Faults(o => o.WebhookSecret = secret)));

    [Fact]
    public void Options_WithEverythingWrong_ListAllOfIt()
    {
        var faults = Faults(o =>
        {
            o.BaseUrl = o.ClientId = o.ClientSecret = o.WebhookSecret = "";
            o.CallsPerSecond = 0;
            o.ConnectTimeout = o.ReadTimeout = TimeSpan.Zero;
            o.SendTimeout = TimeSpan.FromHours(1);
        });

        Assert.Equal(
            ["BaseUrl", "ClientId", "ClientSecret", "WebhookSecret", "ConnectTimeout", "ReadTimeout", "SendTimeout", "CallsPerSecond"],
            faults.Select(f => f.Split(':')[1]));
    }

    [Fact]
    public void Configuration_WithFaults_IsRefusedAtStartInOneList()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAtlas(new ConfigurationBuilder().AddInMemoryCollection([new("Atlas:BaseUrl", "http://api.example.com"), new("Atlas:ClientId", "acme")]).Build());
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(["Atlas:BaseUrl", "Atlas:ClientSecret", "Atlas:WebhookSecret"], refused.Failures.Select(f => f[..f.IndexOf(": ", StringComparison.Ordinal)]));
    }

    /// <summary>In the rehearsal the address is known only once the stand-in listens, after everything has been built.</summary>
    [Fact]
    public async Task Address_GivenLate_IsReadAtTheFirstCall()
    {
        string? address = null;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAtlas((_, options) =>
        {
            options.BaseUrl = address ?? "";
            (options.ClientId, options.ClientSecret, options.WebhookSecret) = ("rehearsal", "rehearsal-secret", "rehearsal-secret-1");
        });
        await using var provider = services.BuildServiceProvider();
        var questions = provider.GetRequiredService<IAtlasQuestions>();
        var sends = provider.GetRequiredService<IAtlasSends>();
        await Assert.ThrowsAsync<OptionsValidationException>(() => questions.FindByNumberAsync(AtlasClients.OrderNo, CancellationToken.None));
        await Assert.ThrowsAsync<OptionsValidationException>(() => sends.SendVoidAsync(AtlasClients.OrderNo, "{}", CallTerm.Begin(TimeProvider.System, TimeSpan.FromHours(1)), CancellationToken.None));

        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = http => PartnerListener.JsonAsync(http, """{"status":843}""");
        address = partner.Address;

        Assert.IsType<PartnerAnswer<OrderSnapshot>.Refused>(await questions.FindByNumberAsync(AtlasClients.OrderNo, CancellationToken.None));
        Assert.IsType<SendResult.Refused>(await sends.SendVoidAsync(AtlasClients.OrderNo, "{}", CallTerm.Begin(TimeProvider.System, TimeSpan.FromHours(1)), CancellationToken.None));
    }

    /// <summary>Whoever wants to send must take the port; the client behind it cannot be had from the container.</summary>
    [Fact]
    public void SendClient_CannotBeHad_FromTheContainer()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAtlas((_, _) => { });
        using var provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<AtlasSendClient>());
        Assert.DoesNotContain(services, s => s.ServiceType == typeof(AtlasConnection));
    }

    private static IReadOnlyList<string> Faults(Action<AtlasOptions> spoil)
    {
        var options = new AtlasOptions
        {
            BaseUrl = "https://api-sg.example.com",
            ClientId = "acme40831",
            ClientSecret = "s3cr3t-!~",
            WebhookSecret = "0123456789-._~abcd",
        };
        spoil(options);
        return [.. new ValidateAtlasOptions().Validate(null, options).Failures ?? []];
    }
}
