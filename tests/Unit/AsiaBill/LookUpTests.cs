using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using Unit.Atlas;
using Unit.Testing;

namespace Unit.AsiaBill;

/// <summary>The look-up may be repeated, each time as a request of its own; through the registered port.</summary>
public sealed class LookUpTests
{
    public static TheoryData<string, int, string> Faults => new()
    {
        { "http 500", 4, "http-500" },
        { "http 502 html", 4, "http-502" },
        { "http 503 retry-after", 4, "http-503" },
        { "http 429", 4, "throttled" },
        { "drop before a byte", 4, "connection" },
        { """{"code":"S0001"}""", 2, "code-S0001" },
        { """{"code":"L0004"}""", 2, "code-L0004" },
        { "http 404", 1, "http-404" },
        { "http 401 refusal", 1, "http-401" },
        { "redirect 307", 1, "http-307" },
        { "garbled", 1, "unreadable" },
        { "list", 1, "unreadable" },
        { """{"message":"no code"}""", 1, "unreadable" },
        { """{"code":"00000","data":{"batchNo":"442012","tradeNo":"2026090100000000000001","refundStatus":"success"}}""", 1, "other-refund" },
        { """{"code":"00000","data":{"tradeNo":"2026090100000000000001","refundStatus":"success"}}""", 1, "unreadable" },
        { """{"code":"00000","data":{"batchNo":"442011","refundStatus":"success"}}""", 1, "unreadable" },
        { """{"code":"00000","data":{"batchNo":"442011","tradeNo":2.02609E+21,"refundStatus":"success"}}""", 1, "unreadable" },
        { """{"code":"00000","data":"442011"}""", 1, "unreadable" },
        { """{"code":"00000","data":null}""", 1, "unreadable" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task LookUp_ThatKeepsFailing_IsPutSoOftenAndNoMore(string fault, int times, string reason)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = http => AsiaBillMisbehaviour.PlayAsync(http, fault);
        using var clients = new AsiaBillClients(partner.Address, Patient());

        var answer = await clients.LookUpAsync();

        Assert.Equal(reason, Assert.IsType<PartnerAnswer<CardRefundProgress>.NoAnswer>(answer).Reason);
        Assert.Equal(times, partner.Requests.Count);
        Assert.Equal(times, partner.Requests.Select(r => r.Headers["request-id"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("L0001", "payments.partner-account")]
    [InlineData("L0003", "payments.clock-off")]
    [InlineData("L0005", "payments.signature-refused")]
    [InlineData("P0001", "payments.rejected-request")]
    [InlineData("B0099", "payments.unlisted-code")]
    public async Task LookUp_Refused_NamesTheReasonAtOnce(string code, string refusal)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = http => PartnerListener.JsonAsync(http, $$"""{"code":"{{code}}"}""");
        using var clients = new AsiaBillClients(partner.Address, Patient());

        var refused = Assert.IsType<PartnerAnswer<CardRefundProgress>.Refused>(await clients.LookUpAsync());

        Assert.Equal((refusal, code), (refused.Refusal.Name, refused.Refusal.PartnerCode));
        Assert.Single(partner.Requests);
    }

    [Theory]
    [InlineData("\"442011\"", "\"2022051812003332818907\"", "success", CardRefundStatus.Success)]
    [InlineData("442011", "2022051812003332818907", "pending", CardRefundStatus.Pending)]
    [InlineData("442011", "2022051812003332818907", "fail", CardRefundStatus.Fail)]
    [InlineData("442011", "2022051812003332818907", "reversing", null)]
    public async Task LookUp_Answered_ReadsTextsAndNumbersByTheirDigits(string batchNo, string tradeNo, string word, CardRefundStatus? status)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then($$$"""{"code":"0000","data":{"batchNo":{{{batchNo}}},"tradeNo":{{{tradeNo}}},"refundStatus":"{{{word}}}","refundDescription":"line\none"}}""");
        using var clients = new AsiaBillClients(partner.Address, Patient());

        var answered = Assert.IsType<PartnerAnswer<CardRefundProgress>.Answered>(await clients.LookUpAsync());

        Assert.Equal(
            new CardRefundProgress { BatchNo = "442011", Status = status, TradeNo = "2022051812003332818907", Description = "line one" },
            answered.Value);
        Assert.Contains("2022051812003332818907", answered.Raw);
    }

    [Fact]
    public async Task LookUp_AnsweredAtTheSecondTry_IsAnswered()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("", 500).Then(AsiaBillMisbehaviour.Yes);
        using var clients = new AsiaBillClients(partner.Address, Patient());

        Assert.Equal(CardRefundStatus.Pending, Assert.IsType<PartnerAnswer<CardRefundProgress>.Answered>(await clients.LookUpAsync()).Value.Status);
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("3600", 10)]
    public async Task LookUp_ThatWasTooMuch_WaitsAsLongAsAsked(string header, int seconds)
    {
        var clock = Patient();
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(http =>
        {
            http.Response.Headers.RetryAfter = header;
            return PartnerListener.JsonAsync(http, "", 429);
        }).Then(AsiaBillMisbehaviour.Yes);
        using var clients = new AsiaBillClients(partner.Address, clock);

        Assert.IsType<PartnerAnswer<CardRefundProgress>.Answered>(await clients.LookUpAsync());

        Assert.Contains(TimeSpan.FromSeconds(seconds), clock.Waits);
    }

    [Fact]
    public async Task LookUp_WithoutAnAnswerInTime_IsPutOnceMore()
    {
        var clock = Patient();
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = _ => held.Task;
        using var clients = new AsiaBillClients(partner.Address, clock);

        var asking = clients.LookUpAsync();
        await partner.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(20));
        await partner.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("timeout", Assert.IsType<PartnerAnswer<CardRefundProgress>.NoAnswer>(await asking).Reason);
        Assert.Equal(2, partner.Requests.Count);
        held.SetResult();
    }

    [Fact]
    public async Task LookUp_OnTheWire_IsSignedOverHeadAndNumber()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(AsiaBillMisbehaviour.Yes);
        using var clients = new AsiaBillClients(partner.Address, Patient());

        await clients.LookUpAsync();

        var asked = Assert.Single(partner.Requests);
        Assert.Equal("openApi/V2022-03/refund/442011", asked.Path);
        Assert.Equal("", asked.Body);
        Assert.Matches("^[0-9A-F]{32}$", asked.Headers["request-id"]);
        Assert.Equal("1788228000000", asked.Headers["request-time"]);
        Assert.Equal(
            Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AsiaBillClients.Key), Encoding.UTF8.GetBytes($"12345001{asked.Headers["request-id"]}1788228000000.442011"))),
            asked.Headers["sign-info"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("44 2011")]
    [InlineData("442011\r\nx: y")]
    public async Task LookUp_OfWhatIsNoNumber_IsRefusedAndNobodyAsked(string batchNo)
    {
        await using var partner = await PartnerListener.StartAsync();
        using var clients = new AsiaBillClients(partner.Address, Patient());

        var answer = await clients.Questions.LookUpAsync(batchNo, TestContext.Current.CancellationToken);

        Assert.True(Assert.IsType<PartnerAnswer<CardRefundProgress>.Refused>(answer).Refusal.Is(PaymentsRefusals.BatchNoInvalid));
        Assert.Empty(partner.Requests);
    }

    /// <summary>A number that means something in an address stays one segment of it, and is signed as it is.</summary>
    [Fact]
    public async Task LookUp_OfAnOddNumber_StaysInItsSegment()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"code":"0000","data":{"batchNo":"../a?b#c","tradeNo":"2026090100000000000001"}}""");
        using var clients = new AsiaBillClients(partner.Address, Patient());

        Assert.IsType<PartnerAnswer<CardRefundProgress>.Answered>(await clients.Questions.LookUpAsync("../a?b#c", TestContext.Current.CancellationToken));

        Assert.StartsWith("openApi/V2022-03/refund/..%2Fa", Assert.Single(partner.Requests).Path);
    }

    [Fact]
    public async Task LookUp_WithoutAnAccount_IsRefused()
    {
        using var clients = new AsiaBillClients("", Patient(), options => (options.GatewayNo, options.SignKey, options.Send) = ("", "", false));

        Assert.True(Assert.IsType<PartnerAnswer<CardRefundProgress>.Refused>(await clients.LookUpAsync()).Refusal.Is(PaymentsRefusals.NotSetUp));
    }

    [Fact]
    public async Task LookUp_WhileSendingIsOff_IsMadeAllTheSame()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(AsiaBillMisbehaviour.Yes);
        using var clients = new AsiaBillClients(partner.Address, Patient(), options => options.Send = false);

        Assert.IsType<PartnerAnswer<CardRefundProgress>.Answered>(await clients.LookUpAsync());
    }

    private static TestClock Patient() => new() { PassWaitsUpTo = TimeSpan.FromSeconds(12) };
}
