using BackOffice.Web.Components.Pages;
using Bunit;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class ProblemTests : ScreenContext
{
    /// <summary>Whatever breaks there: the address of Atlas's notices holds a secret.</summary>
    [Theory]
    [InlineData("/webhooks/atlas/a-secret-of-the-tests", "/webhooks/atlas/…")]
    [InlineData("/Webhooks/ATLAS/a-secret-of-the-tests/and-more", "/webhooks/atlas/…")]
    [InlineData("/webhooks/asiabill", "/webhooks/asiabill")]
    [InlineData("/cases/V-2026-000001", "/cases/V-2026-000001")]
    public void Fault_AtAnyAddress_IsLoggedWithoutTheSecretInIt(string asked, string logged)
    {
        var lines = new LogLines();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(lines));
        Services.AddSingleton(factory.CreateLogger<Problem>());
        HttpContext context = new DefaultHttpContext();
        context.Features.Set<IExceptionHandlerPathFeature>(new ExceptionHandlerFeature { Path = asked });

        Render<Problem>(p => p.Add(f => f.Context, context));

        Assert.Contains(lines.All, line => line.EndsWith(" failed at " + logged, StringComparison.Ordinal));
    }
}
