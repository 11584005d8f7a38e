using System.Net;
using System.Text;
using BackOffice.Core.Atlas;
using BackOffice.Core.Payments;
using BackOffice.Core.Webhooks;
using BackOffice.Web.Features.Webhooks;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unit.Testing;

namespace Unit.Web.Webhooks;

/// <summary>The address that Atlas posts to, over real HTTP.</summary>
public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-tests";
    private static readonly string Body = Desk.VoidNotice("TESTA1", "202609-0001", 2);

    private readonly LogLines lines = new();
    private Desk desk = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await Desk.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(lines);
        builder.Services.AddSingleton(_ => desk.Use<ReceiveNotice>());
        builder.Services.AddSingleton(_ => desk.Use<ICardNoticeCheck>());
        builder.Services.Configure<AtlasOptions>(atlas => atlas.WebhookSecret = Secret);
        builder.Services.AddAuthorization();
        builder.Services.AddSignInRate();
        builder.AddWebhookEndpoints();
        app = builder.Build();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapWebhooks();
        await app.StartAsync();
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Post_WithTheSecret_IsStoredAndAnswered()
    {
        using var answer = await PostAsync(Secret, Body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([1], await TimesAsync());
    }

    [Fact]
    public async Task Post_OfTheSameNoticeTwice_IsAnsweredTwiceAndStoredOnce()
    {
        using var first = await PostAsync(Secret, Body);
        using var second = await PostAsync(Secret, Body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal([2], await TimesAsync());
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("a-secret-of-the-test")]
    [InlineData("A-SECRET-OF-THE-TESTS")]
    [InlineData("a-secret-of-the-tests-")]
    public async Task Post_WithAnotherSecret_IsAnAddressThatDoesNotExist(string secret)
    {
        using var answer = await PostAsync(secret, Body);

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(await TimesAsync());
    }

    [Fact]
    public async Task Post_Of64Kilobytes_IsStored()
    {
        using var answer = await PostAsync(Secret, new string(' ', 64 * 1024));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData((64 * 1024) + 1)]
    [InlineData(100 * 1024)]
    [InlineData(1024 * 1024)]
    public async Task Post_OfMore_IsRefusedUnread(int bytes)
    {
        using var answer = await PostAsync(Secret, new string(' ', bytes));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await TimesAsync());
    }

    [Fact]
    public async Task Post_SetsNoCookie()
    {
        using var answer = await PostAsync(Secret, Body);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Post_WhateverItsEnd_LeavesTheSecretOutOfTheLog()
    {
        using var stored = await PostAsync(Secret, Body);
        using var tooLong = await PostAsync(Secret, new string(' ', 100 * 1024));
        await BreakAsync();
        using var broken = await PostAsync(Secret, Body + " ");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_OfTheAddress_IsNotAllowed()
    {
        using var answer = await client.GetAsync(new Uri($"/webhooks/atlas/{Secret}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    /// <summary>Also of somebody who guesses at the secret: six hundred a minute are read, the next is not looked at.</summary>
    [Fact]
    public async Task Post_MoreOftenThanAPartnerDoes_IsTooMany()
    {
        var guesses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 600; guess++)
        {
            using var answer = await PostAsync("a-guess-at-the-secret", Body);
            guesses.Add(answer.StatusCode);
        }

        using var next = await PostAsync(Secret, Body);

        Assert.Equal([HttpStatusCode.NotFound], guesses.Distinct());
        Assert.Equal(HttpStatusCode.TooManyRequests, next.StatusCode);
        Assert.Empty(await TimesAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(string secret, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri($"/webhooks/atlas/{secret}", UriKind.Relative), content);
    }

    private async Task BreakAsync()
    {
        await using var db = desk.Database.Open();
        await db.Database.ExecuteSqlRawAsync("DROP TABLE Notices");
    }

    /// <summary>How often each stored notice came.</summary>
    private async Task<List<int>> TimesAsync()
    {
        await using var db = desk.Database.Open();
        return await db.Set<Notice>().Select(n => n.Times).ToListAsync();
    }
}
