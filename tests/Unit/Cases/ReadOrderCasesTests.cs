using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Cases;

public sealed class ReadOrderCasesTests
{
    /// <summary>An open page does this after every commit of the office.</summary>
    [Fact]
    public async Task Cases_OfAnOrder_AreReadWithoutAtlas_AndWithoutALineOnTheTrail()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.RefundQuotedAsync(agent, Scenes.TwoPassengersAndBag);
        await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var before = await FootprintAsync(desk);

        var ours = (await desk.Use<ReadOrderCases>().ExecuteAsync(agent, Scenes.TwoPassengersAndBag.OrderNo, CancellationToken.None)).Require();

        Assert.Equal((number, number, 2), (Assert.Single(ours.Cases).Number, Assert.Single(ours.Refunds).CaseNumber, ours.Refunds[0].Wish.Passengers.Count));
        Assert.Equal(before, await FootprintAsync(desk));
    }

    private static async Task<(int Calls, int Lines)> FootprintAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return (desk.Partner.Calls.Count, await db.Set<AuditEntry>().CountAsync());
    }
}
