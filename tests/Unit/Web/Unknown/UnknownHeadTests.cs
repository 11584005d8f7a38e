using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Web.Features.Unknown;
using Bunit;
using Unit.Web.Cases;
using Unit.Web.Shell;

namespace Unit.Web.Unknown;

public sealed class UnknownHeadTests : ScreenContext
{
    /// <summary>The clock turns red by the last safe moment, as on the line and on the case's page.</summary>
    [Fact]
    public void Head_WithAWindow_CountsToItsEndAndKnowsTheMargin()
    {
        var found = ACase.Row(CaseState.OutcomeUnknown);

        var clock = Show(new UnknownRow(found, [], null) { Window = found.Deadline }).Find(".unknown-window time-left");

        Assert.Equal(found.DeadlineAt!.Value.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), clock.GetAttribute("until"));
        Assert.Equal("120000", clock.GetAttribute("margin"));
    }

    /// <summary>What closed, or never had a window, shows no clock.</summary>
    [Fact]
    public void Head_WithoutAWindow_HasNoClock() => Assert.Empty(Show(new UnknownRow(ACase.Row(CaseState.OutcomeUnknown), [], null)).FindAll(".deadline"));

    private IRenderedComponent<UnknownHead> Show(UnknownRow row) => Render<UnknownHead>(p => p.Add(h => h.Of, row).Add(h => h.Margin, TimeSpan.FromMinutes(2)));
}
