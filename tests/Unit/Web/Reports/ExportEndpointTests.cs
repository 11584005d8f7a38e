using System.Net;
using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Core.Export;
using BackOffice.Web.Features.Reports;
using BackOffice.Web.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unit.Export;
using Unit.Testing;

namespace Unit.Web.Reports;

public sealed class ExportEndpointTests : IAsyncLifetime
{
    private Desk desk = null!;
    private WebApplication app = null!;
    private HttpClient browser = null!;
    private Actor? person;

    public async ValueTask InitializeAsync()
    {
        desk = await CsvFile.OpenDeskAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddLocalization();
        builder.Services.AddScoped<RefusalWords>();
        builder.Services.AddTransient(_ => desk.Use<ExportVoidCases>());
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity(person is null ? [] : [new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()), new Claim(ClaimTypes.Name, person.Name)], "test"));
            return next(context);
        });
        app.MapExport();
        await app.StartAsync();
        browser = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task File_IsADownload_ThatNobodyKeeps()
    {
        await Unit.Export.Cases.AddAsync(desk, (Unit.Export.Cases.Order("TESTA000000000001"), null, Desk.Start), (Unit.Export.Cases.Order("TESTA000000000002"), null, Desk.Start.AddDays(3)));
        person = await desk.Staff.SupervisorAsync();

        using var answer = await browser.GetAsync(new Uri("/export/void-cases.csv?to=2026-09-01", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/csv; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("attachment; filename=void-cases-20260901T030000Z.csv; filename*=UTF-8''void-cases-20260901T030000Z.csv", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("TESTA000000000001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TESTA000000000002", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ForSomebodyWithoutTheRight_IsForbidden()
    {
        person = await desk.Staff.AgentAsync();
        using var answer = await browser.GetAsync(new Uri("/export/void-cases.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task File_ForNobody_IsUnauthorized()
    {
        using var answer = await browser.GetAsync(new Uri("/export/void-cases.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task File_WithAFilterThatCannotBeRead_SaysWhatIsWrong()
    {
        person = await desk.Staff.SupervisorAsync();

        using var answer = await browser.GetAsync(new Uri("/export/void-cases.csv?from=%3Cscript%3E", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("is not a date", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
