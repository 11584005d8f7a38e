using BackOffice.Sandbox;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Hosting;
using Unit.Testing;

namespace Unit.Web.Rehearsal;

public sealed class StandInPartnerTests : IDisposable
{
    private readonly AtlasStandIn standIn = new(new MovableClock(Desk.Start));

    private readonly AsiaBillStandIn cards = new(new MovableClock(Desk.Start));

    public void Dispose()
    {
        standIn.Dispose();
        cards.Dispose();
    }

    /// <summary>AsiaBill's path goes to AsiaBill's stand-in, and Atlas's stays untouched.</summary>
    [Fact]
    public void Plan_OfACardPath_SpoilsTheCardPartnerAlone()
    {
        var partner = new StandInPartner(standIn, cards);
        partner.ClearFaults();

        Assert.True(partner.Plan(new StagedFault(AsiaBillStandIn.RefundPath, "drop-after", "TESTA1", 1)));

        Assert.Empty(standIn.Faults.Planned);
        Assert.Equal((AsiaBillStandIn.RefundPath, (string?)null), (Assert.Single(cards.Faults.Planned).Path, cards.Faults.Planned[0].OrderNo));
        Assert.Contains(AsiaBillStandIn.RefundPath, partner.Paths);
        Assert.Contains("refund.do", partner.Paths);
    }

    [Fact]
    public void Plan_OfEveryListedFault_WaitsUnderItsOwnName()
    {
        var partner = new StandInPartner(standIn, cards);
        partner.ClearFaults();

        Assert.All(partner.FaultNames, name => Assert.True(partner.Plan(new StagedFault("void.do", name, "TESTA1", 2))));

        Assert.Equal(partner.FaultNames, partner.Faults.Select(f => f.Name));
    }

    [Fact]
    public void Plan_OfAnUnlistedFault_IsRefused() => Assert.False(new StandInPartner(standIn, cards).Plan(new StagedFault("void.do", "thunder", null, 1)));

    [Fact]
    public void Policy_OfEveryName_IsTaken()
    {
        var partner = new StandInPartner(standIn, cards);

        Assert.Equal(partner.NoticePolicies, partner.NoticePolicies.Select(name => (partner.NoticePolicy = name, partner.NoticePolicy).Item2));
    }

    [Fact]
    public async Task Sends_CountTheVoidsOfEachOrder()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.PlainDeposit);

        var partner = new StandInPartner(desk.Partner, desk.Cards);

        Assert.Equal(new Dictionary<string, int> { [Scenes.PlainDeposit.OrderNo] = 1 }, partner.Sends);
        Assert.Contains(partner.Calls(50), c => c.Path == "void.do" && c.OrderNo == Scenes.PlainDeposit.OrderNo);
        Assert.Equal(["void.do"], partner.Calls(50).Where(c => c.IsSend).Select(c => c.Path));
    }

    [Fact]
    public void Decide_WithoutAVoid_SaysNo() => Assert.False(new StandInPartner(standIn, cards).Decide(Scenes.PlainDeposit.OrderNo, 4, null));
}
