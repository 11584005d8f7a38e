using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Unit.Web.Shell;

public sealed class BrowserTests : ScreenContext
{
    [Fact]
    public async Task Wake_WhereThePagesScriptDidNotLoad_TellsNoZoneAndThrowsNothing()
    {
        JSInterop.Setup<string?>("desk.wake", _ => true).SetException(new JSException("Could not find 'desk.wake' ('desk' was undefined)."));

        Assert.Null(await Services.GetRequiredService<Browser>().WakeAsync());
    }
}
