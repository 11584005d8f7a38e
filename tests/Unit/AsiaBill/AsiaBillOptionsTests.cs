using BackOffice.Core.AsiaBill;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Unit.Atlas;

namespace Unit.AsiaBill;

public sealed class AsiaBillOptionsTests
{
    [Theory]
    [InlineData("https://openapi.example.com")]
    [InlineData("https://openapi.example.com/asia/")]
    [InlineData("http://127.0.0.1:5082")]
    [InlineData("http://[::1]:5082/")]
    public void Options_WithAUsableAddress_AreAccepted(string address) => Assert.Empty(Faults(o => o.BaseUrl = address));

    [Theory]
    [InlineData("")]
    [InlineData("openapi.example.com")]
    [InlineData("ftp://openapi.example.com")]
    [InlineData("http://openapi.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("https://user:word@openapi.example.com")]
    [InlineData("https://openapi.example.com/?a=b")]
    public void Options_WithAnUnusableAddress_NameTheirKey(string address) =>
        Assert.StartsWith("AsiaBill:BaseUrl: ", Assert.Single(Faults(o => o.BaseUrl = address)));

    [Theory]
    [InlineData("")]
    [InlineData("1234500")]
    [InlineData("123450011")]
    [InlineData("1234500x")]
    [InlineData("１２３４５００１")]
    public void Options_WithAnUnusableGateway_NameTheirKey(string gateway) =>
        Assert.StartsWith("AsiaBill:GatewayNo: ", Assert.Single(Faults(o => o.GatewayNo = gateway)));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("schlüssel")]
    public void Options_WithAnUnusableKey_NameItAndNeverTheValue(string key)
    {
        var fault = Assert.Single(Faults(o => o.SignKey = key));

        Assert.StartsWith("AsiaBill:SignKey: ", fault);
        Assert.True(key.Length == 0 || !fault.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void Options_OfAnAccountThatIsNotUsed_NeedNothing()
    {
        Assert.Empty(Faults(o => (o.BaseUrl, o.GatewayNo, o.SignKey, o.Send) = ("", " ", "", false)));
        Assert.False(new AsiaBillOptions().IsUsed);
        Assert.False(new AsiaBillOptions().Send);
    }

    /// <summary>Half an account, or the switch without one.</summary>
    [Theory]
    [InlineData("send", "BaseUrl GatewayNo SignKey")]
    [InlineData("address", "GatewayNo SignKey")]
    [InlineData("gateway", "BaseUrl SignKey")]
    [InlineData("key", "BaseUrl GatewayNo")]
    public void Options_OfAnAccountThatIsBegun_MustBeWhole(string set, string missing)
    {
        var faults = Faults(o =>
        {
            o.Send = set == "send";
            o.BaseUrl = set == "address" ? o.BaseUrl : "";
            o.GatewayNo = set == "gateway" ? o.GatewayNo : "";
            o.SignKey = set == "key" ? o.SignKey : "";
        });

        Assert.Equal(missing.Split(' ').Select(key => $"AsiaBill:{key}: is missing."), faults);
    }

    [Fact]
    public void Options_WithEverythingWrong_ListAllOfIt()
    {
        var faults = Faults(o =>
        {
            (o.BaseUrl, o.GatewayNo, o.SignKey) = ("x", "x", "x y");
            o.ConnectTimeout = o.ReadTimeout = TimeSpan.Zero;
            o.SendTimeout = TimeSpan.FromHours(1);
        });

        Assert.Equal(["BaseUrl", "GatewayNo", "SignKey", "ConnectTimeout", "ReadTimeout", "SendTimeout"], faults.Select(f => f.Split(':')[1]));
    }

    [Fact]
    public void Configuration_WithFaults_IsRefusedAtStartInOneList()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAsiaBill(new ConfigurationBuilder().AddInMemoryCollection([new("AsiaBill:BaseUrl", "http://openapi.example.com"), new("AsiaBill:Send", "true")]).Build());
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(["AsiaBill:BaseUrl", "AsiaBill:GatewayNo", "AsiaBill:SignKey"], refused.Failures.Select(f => f[..f.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Configuration_WithoutAsiaBill_Starts()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAsiaBill(new ConfigurationBuilder().Build());
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.False(provider.GetRequiredService<IOptions<AsiaBillOptions>>().Value.IsUsed);
    }

    /// <summary>In the rehearsal the address is known only once the stand-in listens, after everything has been built.</summary>
    [Fact]
    public async Task Address_GivenLate_IsReadAtTheFirstCall()
    {
        string? address = null;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAsiaBill((_, options) => (options.BaseUrl, options.GatewayNo, options.SignKey, options.Send) = (address ?? "", "12345001", "rehearsal-key", true));
        await using var provider = services.BuildServiceProvider();
        var questions = provider.GetRequiredService<ICardRefundQuestions>();
        var sends = provider.GetRequiredService<ICardRefundSends>();
        await Assert.ThrowsAsync<OptionsValidationException>(() => questions.LookUpAsync("442011", CancellationToken.None));
        await Assert.ThrowsAsync<OptionsValidationException>(() => sends.SendRefundAsync(AsiaBillClients.Refund, CallTerm.Begin(TimeProvider.System, TimeSpan.FromHours(1)), CancellationToken.None));

        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = http => PartnerListener.JsonAsync(http, """{"code":"L0001"}""");
        address = partner.Address;

        Assert.IsType<PartnerAnswer<CardRefundProgress>.Refused>(await questions.LookUpAsync("442011", CancellationToken.None));
        Assert.IsType<SendResult.Refused>(await sends.SendRefundAsync(AsiaBillClients.Refund, CallTerm.Begin(TimeProvider.System, TimeSpan.FromHours(1)), CancellationToken.None));
    }

    /// <summary>Whoever wants to send must take the port; the client behind it cannot be had from the container.</summary>
    [Fact]
    public void SendClient_CannotBeHad_FromTheContainer()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAsiaBill((_, _) => { });
        using var provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<AsiaBillSendClient>());
        Assert.DoesNotContain(services, s => s.ServiceType == typeof(AsiaBillConnection));
    }

    private static IReadOnlyList<string> Faults(Action<AsiaBillOptions> spoil)
    {
        var options = new AsiaBillOptions { BaseUrl = "https://openapi.example.com", GatewayNo = "12345001", SignKey = "s3cr3t-!~" };
        spoil(options);
        return [.. new ValidateAsiaBillOptions().Validate(null, options).Failures ?? []];
    }
}
