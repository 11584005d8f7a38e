using BackOffice.Core.Cases;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class ClockPanelTests : ScreenContext
{
    /// <summary>A person decided that nothing was sent, and withdrew the case: the instant of the try stays on it, and is not called a send.</summary>
    [Theory]
    [InlineData(CaseState.Withdrawn, "Closed", "closed")]
    [InlineData(CaseState.Refunded, "Sent in time", "sent|window until|closed")]
    public void Panel_OfAClosedCase_SaysThatItWasSentOnlyWhereItWas(CaseState state, string title, string rows)
    {
        var view = ACase.View(ACase.Row(state) with { SentAt = ACase.Now.AddMinutes(-30) }) with { ClosedAt = ACase.Now };

        var panel = Render<ClockPanel>(p => p.Add(c => c.Of, new CasePresenter(view)));

        Assert.Equal((title, rows), (panel.Find("h2").TextContent, string.Join('|', panel.FindAll("dt").Select(t => t.TextContent))));
    }
}
