using BackOffice.Core.Cases;
using BackOffice.Web.Features.Reports;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Web.Cases;
using Unit.Web.Shell;

namespace Unit.Web.Reports;

public sealed class NewestCardTests : ScreenContext
{
    /// <summary>The days of the report may be those of another zone.</summary>
    [Fact]
    public void Opening_OfACase_NamesTheReadersZone()
    {
        Services.GetRequiredService<BrowserTime>().Learn("Asia/Seoul");

        var card = Render<NewestCard>(p => p.Add(n => n.Rows, [ACase.Row(CaseState.Quoted)]).Add(n => n.Count, 1));

        Assert.EndsWith("11:55 Seoul", card.Find("tbody .time").TextContent, StringComparison.Ordinal);
    }
}
