using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Line;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Line;

public sealed class ReadLineTests : ScreenContext
{
    /// <summary>A refund has no deadline: however many are open, they do not hide the void that closes in three minutes.</summary>
    [Fact]
    public async Task Line_OfMoreThanItShows_KeepsWhatIsUnknownAndWhatCloses()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var (urgent, unknown) = (await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes), await desk.SentAsync(Scenes.LostReplyBefore));
        await using (var db = desk.Database.Open())
        {
            var wish = new RefundWish(RefundReason.Voluntary, [new RefundPassenger("ZHAO", "YI")], null);
            db.AddRange(Enumerable.Range(100, 1_000).Select(n => Case.Open(
                new OrderSnapshot { OrderNo = FormattableString.Invariant($"DEMO{n:D10}"), Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = Desk.Start },
                2026, n, "Customer asked.", agent, Desk.Start, wish)));
            await db.SaveChangesAsync();
        }

        var line = (await desk.Use<ReadLine>().ExecuteAsync(agent, LineScope.Team, CancellationToken.None)).Require();

        Assert.Equal([unknown, urgent], line.Bands[0].Rows.Select(r => r.Number));
        Assert.Equal((1_000, true), (line.Count, line.IsCut));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Bands_OfALineThatIsCut_SaySo(bool isCut, int notices)
    {
        var line = new LineView([new BandView(LineBand.Urgent, [], [])], Now, TimeSpan.FromMinutes(2)) { IsCut = isCut };

        var bar = Render<BandBar>(p => p.Add(b => b.Line, line).Add(b => b.Query, new LineQuery(LineScope.Team, null)));

        Assert.Equal(notices, bar.FindAll(".notice").Count);
    }
}
