using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using Unit.Atlas;
using Unit.Testing;

namespace Unit.AsiaBill;

/// <summary>Through the registered port: whatever the partner or the network does, one refund is one request.</summary>
public sealed class RefundOverTheWireTests
{
    private const string Path = "openApi/V2022-03/refund";

    public static TheoryData<string, string> Failures => new()
    {
        { "http 500", "http-500" },
        { "http 502 html", "http-502" },
        { "http 503 retry-after", "http-503" },
        { "http 429", "throttled" },
        { "http 401 refusal", "http-401" },
        { "http 407", "http-407" },
        { "http 408", "http-408" },
        { "http 202", "http-202" },
        { "http 204", "http-204" },
        { "redirect 301", "http-301" },
        { "redirect 307", "http-307" },
        { "redirect 308", "http-308" },
        { "drop before a byte", "connection" },
        { "drop inside the body", "connection" },
        { "garbled", "unreadable" },
        { "empty", "unreadable" },
        { "list", "unreadable" },
        { "endless", "unreadable" },
        { "another payment", "other-payment" },
        { "refusal of another payment", "other-payment" },
        { """{"message":"no code","data":{"batchNo":"442011"}}""", "unreadable" },
        { """{"code":null,"data":{"batchNo":"442011"}}""", "unreadable" },
        { """{"code":"two words"}""", "unreadable" },
        { """{"code":"00000","data":{"batchNo":"\uD83D"}}""", "unreadable" },
        { """{"code":"S0001","message":"api request error"}""", "code-S0001" },
        { """{"code":"L0004","message":"duplicate request"}""", "code-L0004" },
        { """{"code":"B0042","message":"being settled"}""", "code-B0042" },
        { """{"code":0,"data":{"batchNo":"442011"}}""", "code-0" },
        { """{"code":"00000","message":"success"}""", "no-batch" },
        { """{"code":"00000","data":null}""", "no-batch" },
        { """{"code":"00000","data":[{"batchNo":"442011"}]}""", "no-batch" },
        { """{"code":"0000","data":{"batchNo":"  ","refundStatus":"success"}}""", "no-batch" },
        { """{"code":"P0002","message":"more than is left","data":{"batchNo":"442011"}}""", "contradiction" },
        { """{"code":"L0005","data":{"batchNo":442011}}""", "contradiction" },
        { """{"code":"0000","data":{"batchNo":4.42011E5,"refundStatus":"success"}}""", "no-batch" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Refund_WhateverGoesWrong_ReachesThePartnerOnceAndIsUnknown(string failure, string reason)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(http => AsiaBillMisbehaviour.PlayAsync(http, failure));
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        var result = await clients.SendAsync();

        Assert.Equal(reason, Assert.IsType<SendResult.Unknown>(result).Reason);
        Assert.Equal([Path], partner.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task Refund_WithoutAnAnswerInTime_IsUnknownAndNotRepeated()
    {
        var clock = new TestClock();
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(_ => held.Task);
        using var clients = new AsiaBillClients(partner.Address, clock);

        var sending = clients.SendAsync();
        await partner.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("timeout", Assert.IsType<SendResult.Unknown>(await sending).Reason);
        Assert.Single(partner.Requests);
        held.SetResult();
    }

    [Fact]
    public async Task Refund_CancelledAfterItLeft_IsUnknown()
    {
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(_ => held.Task);
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);
        using var caller = new CancellationTokenSource();

        var sending = clients.SendAsync(caller.Token);
        await partner.ArrivedAsync();
        await caller.CancelAsync();

        Assert.Equal("cancelled", Assert.IsType<SendResult.Unknown>(await sending).Reason);
        Assert.Single(partner.Requests);
        held.SetResult();
    }

    [Fact]
    public async Task Refund_CancelledBeforeItLeft_ThrowsAndSendsNothing()
    {
        await using var partner = await PartnerListener.StartAsync();
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clients.SendAsync(new CancellationToken(canceled: true)));

        Assert.Empty(partner.Requests);
        Assert.DoesNotContain(clients.Log, line => line.Contains("goes out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refund_ToNobody_IsUnknown()
    {
        using var nobody = new ClosedPort();
        using var clients = new AsiaBillClients(nobody.Address, TimeProvider.System);

        Assert.Equal("connection", Assert.IsType<SendResult.Unknown>(await clients.SendAsync()).Reason);
    }

    /// <summary>The look-up knows what became of it.</summary>
    [Theory]
    [InlineData("P0002")]
    [InlineData("B0042")]
    public async Task Refund_WithoutAYesAndWithANumber_NamesIt(string code)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then($$$"""{"code":"{{{code}}}","data":{"batchNo":"442011"}}""");
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        Assert.Equal("442011", Assert.IsType<SendResult.Unknown>(await clients.SendAsync()).Named);
    }

    [Fact]
    public async Task Refund_WhoseTermIsOver_IsRefusedAndNothingLeaves()
    {
        var clock = new TestClock();
        await using var partner = await PartnerListener.StartAsync();
        using var clients = new AsiaBillClients(partner.Address, clock);
        var term = clients.Term;
        clock.Advance(TimeSpan.FromHours(1));

        var refused = Assert.IsType<SendResult.Refused>(await clients.Sends.SendRefundAsync(AsiaBillClients.Refund, term, TestContext.Current.CancellationToken));

        Assert.True(refused.Refusal.Is(OrdersRefusals.StoodStill));
        Assert.Empty(partner.Requests);
    }

    [Fact]
    public async Task Refund_WhileSendingIsOff_IsRefusedAndNothingLeaves()
    {
        await using var partner = await PartnerListener.StartAsync();
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System, options => options.Send = false);

        var refused = Assert.IsType<SendResult.Refused>(await clients.SendAsync());

        Assert.True(refused.Refusal.Is(PaymentsRefusals.SendingOff));
        Assert.Empty(partner.Requests);
    }

    [Theory]
    [InlineData("00000", "\"442011\"", "pending", 0)]
    [InlineData("0000", "442011", "success", 1)]
    [InlineData("00000", "442011", "fail", 2)]
    [InlineData("00000", "\"442011\"", "reversing", null)]
    public async Task Refund_Accepted_CarriesTheNumberAndTheStatusAsOurs(string code, string batchNo, string word, int? status)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then($$$"""{"code":"{{{code}}}","data":{"batchNo":{{{batchNo}}},"refundStatus":"{{{word}}}","refundDescription":"why","tradeNo":2022051812003332818907,"payer":"RIVERA"}}""");
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        var accepted = Assert.IsType<SendResult.Accepted>(await clients.SendAsync());

        Assert.Equal(new PartnerProgress { PartnerRef = "442011", Status = status, CancelReason = status == 2 ? "why" : null }, accepted.Progress);
        Assert.Contains(word, accepted.Raw);
        Assert.DoesNotContain("RIVERA", accepted.Raw);
    }

    /// <summary>The number is the proof; the rest of the answer may have any shape.</summary>
    [Fact]
    public async Task Refund_AcceptedInAnOddShape_IsAccepted()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("\uFEFF" + """ {"code":" 0000 ","data":{"batchNo":"51006","refundStatus":7,"tradeNo":2.0220518120033E21,"refundDescription":[]}} """);
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        var accepted = Assert.IsType<SendResult.Accepted>(await clients.SendAsync());

        Assert.Equal(("51006", null), (accepted.Progress.PartnerRef, accepted.Progress.Status));
    }

    [Theory]
    [InlineData("L0001", "payments.partner-account", 1)]
    [InlineData("L0002", "payments.partner-address", 2)]
    [InlineData("L0003", "payments.clock-off", 3)]
    [InlineData("L0005", "payments.signature-refused", 5)]
    [InlineData("P0001", "payments.rejected-request", 1)]
    [InlineData("P0002", "payments.rejected-request", 2)]
    public async Task Refund_Refused_NamesTheReasonWithThePartnersCode(string code, string refusal, int number)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then($$"""{"code":"{{code}}","message":"for j.smith@example.com","data":null}""");
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        var refused = Assert.IsType<SendResult.Refused>(await clients.SendAsync());

        Assert.Equal((refusal, code, number), (refused.Refusal.Name, refused.Refusal.PartnerCode, refused.Code));
        Assert.DoesNotContain("example.com", refused.Raw);
        Assert.Single(partner.Requests);
    }

    [Fact]
    public async Task Refund_OnTheWire_CarriesTheExactBodySignedAndTheAgreedHeaders()
    {
        var clock = new TestClock();
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = http => AsiaBillMisbehaviour.PlayAsync(http, AsiaBillMisbehaviour.Yes);
        using var clients = new AsiaBillClients(partner.Address, clock);

        // White space, an escape and Chinese: what was stored is what is signed and what goes out, byte for byte.
        var call = AsiaBillClients.Refund with { Body = "{ \"tradeNo\": \"2022051812003332818907\",\t\"refundReason\" : \"\\u0031客户\" }\n" };
        await clients.Sends.SendRefundAsync(call, clients.Term, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(3));
        await clients.SendAsync();

        var first = partner.Requests[0];
        Assert.Equal(Path, first.Path);
        Assert.Equal(call.Body, first.Body);
        Assert.Equal("HTTP/1.1", first.Protocol);
        Assert.Equal("application/json; charset=UTF-8", first.Headers["Content-Type"]);
        Assert.Equal(AsiaBillClients.Gateway, first.Headers["gateway-no"]);
        Assert.Equal(call.RequestId, first.Headers["request-id"]);
        Assert.Equal("1788228000000", first.Headers["request-time"]);
        Assert.Equal("1788228003000", partner.Requests[1].Headers["request-time"]);
        Assert.Equal(Signature("12345001" + call.RequestId + "1788228000000." + call.Body), first.Headers["sign-info"]);
        Assert.Equal("close", first.Headers["Connection"]);
        Assert.False(first.Headers.ContainsKey("Expect"));
        Assert.False(first.Headers.ContainsKey("Transfer-Encoding"));
        Assert.False(first.Headers.ContainsKey("traceparent"));
        Assert.NotEqual(first.ConnectionId, partner.Requests[1].ConnectionId);
    }

    public static TheoryData<string?, string> ReplySignatures => new()
    {
        { "right", "" },
        { "right in lower case", "" },
        { "of the compact body", "" },
        { "of another body", "Wrong" },
        { null, "Missing" },
    };

    /// <summary>Nobody has said that replies are signed this way: one that does not fit is noted, and its answer counts all the same.</summary>
    [Theory]
    [MemberData(nameof(ReplySignatures))]
    public async Task Reply_WithASignatureThatDoesNotFit_IsNotedAndRead(string? signature, string fit)
    {
        const string body = """{ "code": "00000", "data": { "batchNo": "442011" } }""";
        var signed = signature switch
        {
            "of the compact body" => """{"code":"00000","data":{"batchNo":"442011"}}""",
            "of another body" => body.Replace("442011", "442012", StringComparison.Ordinal),
            _ => body,
        };
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(http =>
        {
            http.Response.Headers["response-id"] = AsiaBillClients.Refund.RequestId;
            http.Response.Headers["response-time"] = "1788228000123";
            var hex = Signature("12345001" + AsiaBillClients.Refund.RequestId + "1788228000123." + signed);
            http.Response.Headers["sign-info"] = signature is null ? default : signature.EndsWith("lower case", StringComparison.Ordinal) ? hex.ToLowerInvariant() : hex;
            return PartnerListener.JsonAsync(http, body);
        });
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        Assert.IsType<SendResult.Accepted>(await clients.SendAsync());

        var notes = clients.Log.Where(line => line.StartsWith("2220 ", StringComparison.Ordinal)).ToList();
        Assert.Equal(fit.Length == 0 ? 0 : 1, notes.Count);
        Assert.All(notes, note => Assert.Contains(fit, note));
    }

    [Fact]
    public async Task Log_OfRefunds_HoldsNumbersAndCodesOnly()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"code":"00000","message":"for elena.rivera@example.com","data":{"batchNo":"442011","cardHolder":"RIVERA"}}""");
        using var clients = new AsiaBillClients(partner.Address, TimeProvider.System);

        await clients.SendAsync();

        var lines = string.Join('\n', clients.Log);
        Assert.Contains("refund of 2022051812003332818907 ended: accepted, HTTP 200", lines);
        Assert.DoesNotContain("RIVERA", lines, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("客户", lines);
        Assert.DoesNotContain(AsiaBillClients.Key, lines);
        Assert.DoesNotContain(partner.Requests[0].Headers["sign-info"], lines);
    }

    private static string Signature(string text) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AsiaBillClients.Key), Encoding.UTF8.GetBytes(text)));
}
