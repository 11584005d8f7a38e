using BackOffice.Core.Cases;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class CaseStepsNavTests : ScreenContext
{
    /// <summary>A colour alone tells it neither to every eye nor to any ear.</summary>
    [Fact]
    public void Step_ThatIsDone_HasAMarkInThePlaceOfItsNumber_AndSaysSo()
    {
        var nav = Render<CaseStepsNav>(p => p.Add(n => n.Of, ACase.Page(CaseState.AwaitingApproval)).Add(n => n.Shown, CaseStep.Check));

        Assert.Equal(["", "", "3", "4"], nav.FindAll(".step-mark").Select(mark => mark.TextContent.Trim()));
        Assert.Equal([1, 1, 0, 0], nav.FindAll(".step-mark").Select(mark => mark.QuerySelectorAll("svg").Length));
        Assert.Equal([true, true, false, false], nav.FindAll("li").Select(step => step.TextContent.Contains("(done)", StringComparison.Ordinal)));
    }
}
