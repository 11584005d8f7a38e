using BackOffice.Web.Components.Layout;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class PartBoundaryTests : ScreenContext
{
    [Fact]
    public void Part_ThatBreaks_IsMissedAlone_AndLoggedUnderTheNumberShown()
    {
        var lines = new LogLines();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(lines));
        Services.AddSingleton(factory.CreateLogger<PartBoundary>());

        var part = Show(isBroken: true);

        Assert.StartsWith("This part of the page cannot be shown at the moment.", part.Find("[role=alert] p").TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("Broken.", part.Markup, StringComparison.Ordinal);
        Assert.Contains($"Request {part.Find(".code-chip").GetAttribute("data-copy")} failed at /", Assert.Single(lines.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Part_DrawnAnew_IsThereAgain()
    {
        var part = Show(isBroken: true);

        part.Render(p => p.AddChildContent<Panel>(panel => panel.Add(c => c.IsBroken, false)));

        Assert.Equal("the panel", part.Markup.Trim());
    }

    [Fact]
    public async Task Part_TriedAgainInVain_SaysSoAgain()
    {
        var part = Show(isBroken: true);

        await part.Find("button.is-small").ClickAsync(new MouseEventArgs());

        Assert.NotNull(part.Find("[role=alert]"));
    }

    private IRenderedComponent<PartBoundary> Show(bool isBroken) => Render<PartBoundary>(p => p.AddChildContent<Panel>(panel => panel.Add(c => c.IsBroken, isBroken)));

    private sealed class Panel : ComponentBase
    {
        [Parameter]
        public bool IsBroken { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (IsBroken)
            {
                throw new InvalidOperationException("Broken.");
            }

            builder.AddContent(0, "the panel");
        }
    }
}
