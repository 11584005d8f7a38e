using BackOffice.Core.Orders;
using Microsoft.AspNetCore.Http;
using Unit.Testing;

namespace Unit.Atlas;

/// <summary>Questions are repeated by the partner's retry classes, through the registered port.</summary>
public sealed class AskAgainTests
{
    private const string Order = """{"status":0,"orderNo":"TESTA20260901093000111","orderStatus":"2","ticketStatus":"1"}""";

    public static TheoryData<string, int, string> Faults => new()
    {
        { "http 500", 4, "http-500" },
        { "http 503", 4, "http-503" },
        { "http 429", 4, "throttled" },
        { "drop", 4, "connection" },
        { """{"status":705}""", 4, "status-705" },
        { """{"code":429,"retryAfter":1}""", 4, "throttled" },
        { """{"status":429,"retryAfter":1}""", 4, "throttled" },
        { """{"status":9999}""", 2, "status-9999" },
        { """{"status":-1}""", 2, "status--1" },
        { """{"status":2}""", 2, "status-2" },
        { """{"status":905}""", 1, "throttled" },
        { "http 404", 1, "http-404" },
        { "http 307", 1, "http-307" },
        { "<html></html>", 1, "unreadable" },
        { """{"msg":"no status"}""", 1, "unreadable" },
        { """{"status":0,"orderNo":null}""", 1, "other-order" },
        { """{"status":0,"orderNo":"TESTA20260901093000999"}""", 1, "other-order" },
        { """{"status":0,"orderNo":"TESTA20260901093000111","routing":"none"}""", 1, "unreadable" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Question_ThatKeepsFailing_IsPutSoOftenAndNoMore(string fault, int times, string reason)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = http => FailAsync(http, fault);
        using var clients = new AtlasClients(partner.Address, Patient());

        var answer = await clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);

        Assert.Equal(reason, Assert.IsType<PartnerAnswer<OrderSnapshot>.NoAnswer>(answer).Reason);
        Assert.Equal(times, partner.Count("queryOrderDetails.do"));
    }

    [Theory]
    [InlineData("http 500")]
    [InlineData("drop")]
    [InlineData("""{"status":705}""")]
    [InlineData("""{"status":9999}""")]
    public async Task Question_AnsweredAtTheSecondTry_IsAnswered(string fault)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(http => FailAsync(http, fault)).Then(Order);
        using var clients = new AtlasClients(partner.Address, Patient());

        var answer = await clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);

        Assert.Equal(OrderStage.Ticketed, Assert.IsType<PartnerAnswer<OrderSnapshot>.Answered>(answer).Value.Stage);
    }

    [Theory]
    [InlineData("""{"code":429,"retryAfter":7}""", null, 7)]
    [InlineData("""{"code":429,"retryAfter":3600}""", null, 10)]
    [InlineData("<html></html>", "4", 4)]
    [InlineData("""{"code":429,"retryAfter":2}""", "4", 2)]
    public async Task Question_ThatWasTooMuch_WaitsAsLongAsAsked(string body, string? header, int seconds)
    {
        var clock = Patient();
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(http =>
        {
            http.Response.Headers.RetryAfter = header;
            return PartnerListener.JsonAsync(http, body, 429);
        }).Then(Order);
        using var clients = new AtlasClients(partner.Address, clock);
        var before = clock.GetUtcNow();

        var answer = await clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);

        Assert.IsType<PartnerAnswer<OrderSnapshot>.Answered>(answer);
        Assert.Contains(TimeSpan.FromSeconds(seconds), clock.Waits);
        Assert.Equal(TimeSpan.FromSeconds(seconds), clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task Question_WithoutAnAnswerInTime_IsPutOnceMore()
    {
        var clock = Patient();
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = _ => held.Task;
        using var clients = new AtlasClients(partner.Address, clock);

        var asking = clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);
        await partner.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(15));
        await partner.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal("timeout", Assert.IsType<PartnerAnswer<OrderSnapshot>.NoAnswer>(await asking).Reason);
        Assert.Equal(2, partner.Requests.Count);
        held.SetResult();
    }

    [Fact]
    public async Task Question_GivenUpByTheCaller_Throws()
    {
        var held = new TaskCompletionSource();
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = _ => held.Task;
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        using var caller = new CancellationTokenSource();

        var asking = clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, caller.Token);
        await partner.ArrivedAsync();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Single(partner.Requests);
        held.SetResult();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Question_WithARejectedAccount_IsRefusedAtOnce(int http)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("", http);
        using var clients = new AtlasClients(partner.Address, Patient());

        var answer = await clients.Questions.QuoteVoidAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);

        Assert.True(Assert.IsType<PartnerAnswer<PartnerQuote>.Refused>(answer).Refusal.Is(OrdersRefusals.PartnerAccount));
        Assert.Single(partner.Requests);
    }

    [Fact]
    public async Task Calls_BeyondThree_WaitForTheNextSecond()
    {
        var clock = new TestClock();
        await using var partner = await PartnerListener.StartAsync();
        partner.Otherwise = http => PartnerListener.JsonAsync(http, Order);
        using var clients = new AtlasClients(partner.Address, clock, options => options.CallsPerSecond = 3);

        var asked = Enumerable.Range(0, 5).Select(_ => clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken)).ToList();
        await Task.WhenAll(asked[..3]);
        Assert.Equal(3, partner.Requests.Count);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(3, partner.Requests.Count);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(asked);

        Assert.Equal(5, partner.Requests.Count);
    }

    [Fact]
    public async Task Log_OfQuestions_HoldsNumbersAndCodesOnly()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":9999}""")
            .Then("""{"status":0,"orders":[{"orderNo":"TESTA20260901093000111","paxNames":["RIVERA/ELENA"],"contactEmail":"elena.rivera@example.com"}]}""");
        using var clients = new AtlasClients(partner.Address, Patient());

        await clients.Questions.SearchAsync(new OrderSearch { PassengerName = "RIVERA/ELENA" }, TestContext.Current.CancellationToken);

        var lines = string.Join('\n', clients.Log);
        Assert.Contains("orderList.do", lines);
        Assert.Contains("try 2", lines);
        Assert.DoesNotContain("RIVERA", lines, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(AtlasClients.Secret, lines);
    }

    private static TestClock Patient() => new() { PassWaitsUpTo = TimeSpan.FromSeconds(12) };

    private static Task FailAsync(HttpContext http, string fault)
    {
        if (fault == "drop")
        {
            http.Abort();
            return Task.CompletedTask;
        }

        if (fault.StartsWith("http ", StringComparison.Ordinal))
        {
            http.Response.Headers.Location = "/queryOrderDetails.do";
            return PartnerListener.JsonAsync(http, Order, int.Parse(fault[5..], System.Globalization.CultureInfo.InvariantCulture));
        }

        return PartnerListener.JsonAsync(http, fault);
    }
}
