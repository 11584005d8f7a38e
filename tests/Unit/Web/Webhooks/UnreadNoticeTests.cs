using System.Net;
using System.Net.Sockets;
using System.Text;
using BackOffice.Core.Atlas;
using BackOffice.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Unit.Testing;

namespace Unit.Web.Webhooks;

/// <summary>What cannot be read to its end, at the whole program: its page for faults writes the address that was asked for into the log.</summary>
public sealed class UnreadNoticeTests : IAsyncLifetime
{
    private readonly LogLines lines = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("back-office-unread-");
    private WebApplication app = null!;

    private Uri Address => new(app.Urls.First());

    private string Secret => app.Services.GetRequiredService<IOptions<AtlasOptions>>().Value.WebhookSecret;

    public async ValueTask InitializeAsync()
    {
        app = BackOfficeApp.Build(
            [
                "--environment", "Development", "--contentRoot", folder.FullName, "--Urls", "http://127.0.0.1:0",
                "--ConnectionStrings:BackOffice", "Data Source=" + Path.Combine(folder.FullName, "desk.db"),
            ],
            builder =>
            {
                builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(lines);
                // The server's own grace is five seconds: as short as it lets itself be told.
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(2)));
            });
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Post_ThatCannotBeRead_IsToldWhy_AndLeavesTheSecretOutOfTheLog()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        using var content = new ByteArrayContent(new byte[200 * 1024]);

        using var tooLong = await client.PostAsync(new Uri("/webhooks/atlas/" + Secret, UriKind.Relative), content, TestContext.Current.CancellationToken);
        var garbled = await PostAsync("Transfer-Encoding: chunked\r\n\r\nno size\r\n");
        var tooSlow = await PostAsync("Content-Length: 100\r\n\r\n{");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ""), (tooLong.StatusCode, await tooLong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(("HTTP/1.1 400", "HTTP/1.1 408"), (garbled, tooSlow));
        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    /// <summary>Writes the bytes by hand, and no more than these.</summary>
    /// <param name="rest">What follows the request's first two lines.</param>
    /// <returns>How the answer begins, with its status.</returns>
    private async Task<string?> PostAsync(string rest)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /webhooks/atlas/{Secret} HTTP/1.1\r\nHost: {Address.Authority}\r\n{rest}"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return (await reader.ReadLineAsync(TestContext.Current.CancellationToken))?[..12];
    }
}
