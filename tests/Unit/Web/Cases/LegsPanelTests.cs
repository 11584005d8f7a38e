using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class LegsPanelTests : DeskScreen
{
    [Theory]
    [InlineData(true, "May have been sent before the database was put back")]
    [InlineData(false, "Nothing sent yet")]
    public async Task Panel_OfAnUnsentCase_SaysSoOnlyWhereThatIsKnown(bool isRecovering, string expected)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(PrepareCardRefund));
        var view = ACase.View(CaseState.Open);
        var legs = CaseLegs.Of(new SupplierLegView(view.Row, null, null, null, null, null), []);

        var panel = Render<LegsPanel>(p => p.Add(l => l.Of, new CasePresenter(view, isRecovering)).Add(l => l.Legs, legs));

        Assert.Equal(expected, panel.Find(".leg dd").TextContent);
    }
}
