using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Unit.Testing;

namespace Unit.Atlas;

/// <summary>Through the registered port: whatever the partner or the network does, one send is one request.</summary>
public sealed class SendOnceOverTheWireTests
{
    private const string Yes =
        """{"status":0,"msg":null,"orderNo":"TESTA20260901093000111","voidOfferId":"q_1","voidStatus":0,"voidCode":"202609-0007","cancelReason":""}""";

    public static TheoryData<string, string> Failures => new()
    {
        { "http 500", "http-500" },
        { "http 502 html", "http-502" },
        { "http 503 retry-after", "http-503" },
        { "http 429", "throttled" },
        { "http 401", "http-401" },
        { "http 407", "http-407" },
        { "http 408", "http-408" },
        { "http 202", "http-202" },
        { "http 204", "http-204" },
        { "redirect 301", "http-301" },
        { "redirect 307", "http-307" },
        { "redirect 308", "http-308" },
        { "code 429 without status", "throttled" },
        { "status 429", "throttled" },
        { "drop before a byte", "connection" },
        { "drop inside the body", "connection" },
        { "garbled", "unreadable" },
        { "garbled gzip", "unreadable" },
        { "empty", "unreadable" },
        { "list", "unreadable" },
        { "no status", "unreadable" },
        { "half a surrogate", "unreadable" },
        { "endless", "unreadable" },
        { "no code", "no-code" },
        { "blank code", "no-code" },
        { "refusal with a code", "contradiction" },
        { "another order", "other-order" },
        { "refusal of another order", "other-order" },
        { "status 816", "status-816" },
        { "status 9999", "status-9999" },
        { "status 12345", "status-12345" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Send_WhateverGoesWrong_ReachesThePartnerOnceAndIsUnknown(string failure, string reason)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(http => Misbehaviour.PlayAsync(http, failure, Yes));
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var result = await clients.SendAsync();

        Assert.Equal(reason, Assert.IsType<SendResult.Unknown>(result).Reason);
        Assert.Equal(["void.do"], partner.Requests.Select(r => r.Path));
    }

    /// <summary>A refund that is refused and has a code: one of the two is wrong, and nobody knows which.</summary>
    [Fact]
    public async Task Send_OfARefundThatIsRefusedWithACode_ReachesThePartnerOnceAndIsUnknown()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":822,"refundCode":"R-1"}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var result = await clients.Sends.SendRefundAsync(
            AtlasClients.OrderNo, """{"orderNo":"TESTA20260901093000111","refundOfferId":"q_1"}""", clients.Term, TestContext.Current.CancellationToken);

        Assert.Equal("contradiction", Assert.IsType<SendResult.Unknown>(result).Reason);
        Assert.Equal(["refund.do"], partner.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task Send_WithoutAnAnswerInTime_IsUnknownAndNotRepeated()
    {
        var clock = new TestClock();
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(_ => held.Task);
        using var clients = new AtlasClients(partner.Address, clock);

        var sending = clients.SendAsync();
        await partner.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("timeout", Assert.IsType<SendResult.Unknown>(await sending).Reason);
        Assert.Single(partner.Requests);
        held.SetResult();
    }

    [Fact]
    public async Task Send_CancelledAfterItLeft_IsUnknown()
    {
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(_ => held.Task);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        using var caller = new CancellationTokenSource();

        var sending = clients.SendAsync(caller.Token);
        await partner.ArrivedAsync();
        await caller.CancelAsync();

        Assert.Equal("cancelled", Assert.IsType<SendResult.Unknown>(await sending).Reason);
        Assert.Single(partner.Requests);
        held.SetResult();
    }

    [Fact]
    public async Task Send_CancelledBeforeItsTurn_ThrowsAndSendsNothing()
    {
        await using var partner = await PartnerListener.StartAsync();
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clients.SendAsync(new CancellationToken(canceled: true)));

        Assert.Empty(partner.Requests);
    }

    [Fact]
    public async Task Send_ToNobody_IsUnknown()
    {
        using var nobody = new ClosedPort();
        using var clients = new AtlasClients(nobody.Address, TimeProvider.System);

        Assert.Equal("connection", Assert.IsType<SendResult.Unknown>(await clients.SendAsync()).Reason);
    }

    [Fact]
    public async Task Send_Accepted_CarriesTheCaseAndTheMaskedAnswer()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(
            """
            {"status":"0","msg":null,"orderNo":"TESTA20260901093000111","isVoidable":true,"voidOfferId":"q_1","voidMethod":"CashBackToOriginalPayment",
             "expectedConfirmationDate":"20260902","expectedRefundDate":null,"voidTickets":[{"lastName":"RIVERA","firstName":"ELENA","ticketNo":"S44721"}],
             "voidFareAmount":{"currency":"USD","originalFareAmount":"83.71","estimatedRefundAmount":83.71},"voidStatus":"0","voidCode":"202609-0007","cancelReason":""}
            """);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var accepted = Assert.IsType<SendResult.Accepted>(await clients.SendAsync());

        Assert.Equal(
            new PartnerProgress
            {
                PartnerRef = "202609-0007",
                Status = 0,
                OfferId = "q_1",
                FareBack = new Money(8371, "USD"),
                ExpectedConfirmationOn = new DateOnly(2026, 9, 2),
            },
            accepted.Progress);
        Assert.Contains("202609-0007", accepted.Raw);
        Assert.DoesNotContain("RIVERA", accepted.Raw);
    }

    /// <summary>The code is the proof; the rest of the answer may have any shape.</summary>
    [Fact]
    public async Task Send_AcceptedInAnOddShape_IsAccepted()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":0,"voidCode":"202609-0007","voidStatus":0,"voidFareAmount":"83.71 USD","voidTickets":{"ticketNo":"S1"},"serviceFee":[]}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var accepted = Assert.IsType<SendResult.Accepted>(await clients.SendAsync());

        Assert.Equal(("202609-0007", 0), (accepted.Progress.PartnerRef, accepted.Progress.Status));
    }

    [Fact]
    public async Task Send_Refused_NamesTheReasonWithThePartnersCode()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":822,"msg":"Too late for SMITH/JOHN at j.smith@example.com","voidOfferId":null,"orderNo":null}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var refused = Assert.IsType<SendResult.Refused>(await clients.SendAsync());

        Assert.True(refused.Refusal.Is(OrdersRefusals.WindowClosed));
        Assert.Equal((822, "822"), (refused.Code, refused.Refusal.PartnerCode));
        Assert.DoesNotContain("example.com", refused.Raw);
    }

    [Fact]
    public async Task Send_OnTheWire_CarriesTheExactBodyAndTheAgreedHeaders()
    {
        // Spaces, an escape and a letter outside ASCII: what was stored goes out, byte for byte.
        const string body = "{ \"orderNo\": \"TESTA20260901093000111\",\t\"voidOfferId\" : \"q_\\u0031é\" }\n";
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(Yes).Then(Yes);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        await clients.Sends.SendVoidAsync(AtlasClients.OrderNo, body, clients.Term, TestContext.Current.CancellationToken);
        await clients.SendAsync();

        var first = partner.Requests[0];
        Assert.Equal(body, first.Body);
        Assert.Equal("HTTP/1.1", first.Protocol);
        Assert.Equal("application/json", first.Headers["Content-Type"]);
        Assert.Equal("application/json", first.Headers["Accept"]);
        Assert.Equal("gzip", first.Headers["Accept-Encoding"]);
        Assert.Equal("acme40831", first.Headers["x-atlas-client-id"]);
        Assert.Equal(AtlasClients.Secret, first.Headers["x-atlas-client-secret"]);
        Assert.Equal("close", first.Headers["Connection"]);
        Assert.False(first.Headers.ContainsKey("Expect"));
        Assert.False(first.Headers.ContainsKey("traceparent"));
        Assert.NotEqual(first.ConnectionId, partner.Requests[1].ConnectionId);
    }

    [Fact]
    public async Task Sends_OfOneOrder_GoOneAfterTheOther_AndOthersDoNotWait()
    {
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(async http =>
        {
            await held.Task;
            await PartnerListener.JsonAsync(http, Yes);
        });
        partner.Otherwise = http => PartnerListener.JsonAsync(http, """{"status":822}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var first = clients.SendAsync();
        await partner.ArrivedAsync();
        var second = clients.SendAsync();
        var other = await clients.Sends.SendVoidAsync(OrderNumber.Of("TESTA20260901093000222"), "{}", clients.Term, TestContext.Current.CancellationToken);
        var question = await clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);

        Assert.IsType<SendResult.Refused>(other);
        Assert.IsType<PartnerAnswer<OrderSnapshot>.Refused>(question);
        Assert.False(second.IsCompleted);
        Assert.Single(partner.Requests, r => r.Body == AtlasClients.VoidBody);
        held.SetResult();
        Assert.IsType<SendResult.Accepted>(await first);
        Assert.IsType<SendResult.Refused>(await second);
        Assert.Equal(2, partner.Requests.Count(r => r.Body == AtlasClients.VoidBody));
    }

    [Fact]
    public async Task Log_OfSends_HoldsNumbersAndCodesOnly()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":0,"voidCode":"202609-0007","voidTickets":[{"name":"RIVERA/ELENA"}],"msg":"for elena.rivera@example.com"}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        await clients.SendAsync();

        var lines = string.Join('\n', clients.Log);
        Assert.Contains("void.do of TESTA20260901093000111 ended: accepted, HTTP 200", lines);
        Assert.DoesNotContain("RIVERA", lines, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("q_0123456789", lines);
        Assert.DoesNotContain(AtlasClients.Secret, lines);
    }
}
