using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class TransportTests
{
    private static readonly string OrderNo = Scenes.PlainDeposit.OrderNo;

    [Theory]
    [InlineData("x-atlas-client-id")]
    [InlineData("x-atlas-client-secret")]
    public async Task Missing_account_header_is_900_with_every_payload_field_null(string header)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.Http.DefaultRequestHeaders.Remove(header);

        var answer = await atlas.QuoteAsync(OrderNo);

        Assert.Equal(HttpStatusCode.OK, answer.Http);
        Assert.Equal(900, answer.Status);
        Assert.Equal(13, answer.Body.Count);
        Assert.All(answer.Body.Where(p => p.Key is not ("status" or "msg")), p => Assert.Null(p.Value));
    }

    [Fact]
    public async Task Wrong_secret_is_401_when_switched_on()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { WrongAccountIsHttp401 = true, ClientSecret = "another" });

        var answer = await atlas.OrderAsync(OrderNo);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Http);
        Assert.Equal(900, answer.Status);
    }

    [Fact]
    public async Task Other_methods_are_405()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var answer = await atlas.Http.GetAsync("void.do");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("Void.do")]
    [InlineData("queryOrderDetails.DO")]
    [InlineData("voidOrder.do")]
    public async Task Unknown_or_differently_cased_path_is_404(string path)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await atlas.PostAsync(path, "{}")).Http);
    }

    [Theory]
    [InlineData("voidQuotation.do", "", 901)]
    [InlineData("voidQuotation.do", "orderNo=1", 901)]
    [InlineData("voidQuotation.do", "{\"orderNo\":\"1\",\"orderNo\":\"2\"}", 901)]
    [InlineData("voidQuotation.do", "[]", 9999)]
    [InlineData("voidQuotation.do", "{\"orderNo\":17}", 9999)]
    [InlineData("voidQuotation.do", "{}", 810)]
    [InlineData("void.do", "{\"orderNo\":\"TESTA20260801000000001\"}", 810)]
    [InlineData("queryVoidOrders.do", "{\"orderNo\":\"\"}", 810)]
    [InlineData("updateWebhookURL.do", "{}", 100)]
    [InlineData("orderList.do", "{\"orderStatus\":\"2\"}", 9999)]
    public async Task Unusable_body_has_its_code(string path, string body, int code)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var answer = await atlas.PostAsync(path, body);

        Assert.Equal(HttpStatusCode.OK, answer.Http);
        Assert.Equal(code, answer.Status);
    }

    [Fact]
    public async Task Unknown_fields_are_ignored()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var answer = await atlas.PostAsync("voidQuotation.do", new JsonObject { ["cid"] = "x", ["orderNo"] = OrderNo, ["extra"] = new JsonArray(1) });

        Assert.Equal(0, answer.Status);
    }

    [Fact]
    public async Task Answer_is_packed_when_the_caller_takes_gzip()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.Http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var answer = await atlas.Http.PostAsync("queryOrderDetails.do", AtlasRehearsal.Json($$"""{"orderNo":"{{OrderNo}}"}"""));
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        var body = await JsonNode.ParseAsync(unpacked);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(OrderNo, body!["orderNo"]!.GetValue<string>());
    }

    [Fact]
    public async Task Call_is_booked_as_received_without_the_secret()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.QuoteAsync(OrderNo);
        await atlas.QuoteAsync("another");

        var call = atlas.StandIn.Calls[0];

        Assert.Equal("voidQuotation.do", call.Path);
        Assert.Equal(OrderNo, call.OrderNo);
        Assert.Equal($$"""{"orderNo":"{{OrderNo}}"}""", call.Body);
        Assert.Equal(AtlasRehearsal.Start, call.At);
        Assert.Equal("rehearsal", call.Headers["X-Atlas-Client-Id"]);
        Assert.DoesNotContain("rehearsal-secret", call.Headers.Values);
        Assert.Equal(1, atlas.StandIn.Count("voidQuotation.do", OrderNo));
        Assert.Equal(2, atlas.StandIn.Count("/voidQuotation.do"));
        Assert.Equal(0, atlas.StandIn.Count("void.do"));
    }
}
