using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Unknown;
using Unit.Testing;
using Unit.Web.Cases;

namespace Unit.Web.Unknown;

public sealed class UnknownPresenterTests
{
    [Fact]
    public async Task Choices_RightAfterTheSend_HoldNotSentBackUntilItsMoment()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.LostReplyBefore);

        var choices = UnknownPresenter.ChoicesOf(await OnlyAsync(desk));

        Assert.Equal([UnknownDecision.Sent, UnknownDecision.NotSent, UnknownDecision.Close], choices.Select(c => c.Decision));
        Assert.Equal(new StillAsking(Desk.Start.AddMinutes(10), 0, 3), choices[1].NotYet);
    }

    [Fact]
    public async Task Choices_AfterTheQuietPeriod_AreAllOpen()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(11));

        Assert.DoesNotContain(UnknownPresenter.ChoicesOf(await OnlyAsync(desk)), c => c.WhyNot is not null);
    }

    [Fact]
    public async Task Choices_OfAStatusThatCannotBe_IsClosingAlone()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.PlainDeposit);
        desk.Partner.SetOutcome(Scenes.PlainDeposit.OrderNo, 5);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([UnknownDecision.Close], UnknownPresenter.ChoicesOf(await OnlyAsync(desk)).Select(c => c.Decision));
    }

    [Fact]
    public async Task Asked_ShowsEachQuestionSinceTheSend_AndTheOfferThatLeft()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(1));

        var row = await OnlyAsync(desk);

        Assert.Equal((await desk.CaseAsync(number)).Asks, UnknownPresenter.AskedOf(row).Count);
        Assert.NotNull(UnknownPresenter.OfferOf(row));
    }

    [Fact]
    public async Task NextTurn_IsTheMomentThatAllowsTheDecision()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.LostReplyBefore);

        Assert.Equal(Desk.Start.AddMinutes(10), UnknownPresenter.NextTurn(await ViewAsync(desk)));
    }

    /// <summary>Ids in the order of the screen and in that of the reading: a card that stands is passed by no other, a new one is seen in time.</summary>
    [Theory]
    [InlineData("", "2 1", "2 1")]
    [InlineData("1 2", "2 1", "1 2")]
    [InlineData("1 2", "3 2 1 4", "3 1 2 4")]
    [InlineData("1 2 3", "3 1", "1 3")]
    [InlineData("1 2", "4 3", "4 3")]
    public void Steady_OfWhatStandsAndWhatIsRead_MovesNoCard(string shown, string read, string expected) =>
        Assert.Equal(expected, string.Join(' ', UnknownPresenter.Steady(Rows(shown), Rows(read)).Select(r => r.Case.Id)));

    [Fact]
    public void Steady_OfACardThatStands_IsTheNewest()
    {
        var before = new UnknownRow(ACase.Row(CaseState.OutcomeUnknown), [], CasesRefusals.OutcomeKnown);
        var now = before with { WhyNotNotSent = null };

        Assert.Same(now, Assert.Single(UnknownPresenter.Steady([before], [now])));
    }

    private static IReadOnlyList<UnknownRow> Rows(string ids) =>
        [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => new UnknownRow(ACase.Row(CaseState.OutcomeUnknown) with { Id = long.Parse(id, CultureInfo.InvariantCulture) }, [], null))];

    private static async Task<UnknownRow> OnlyAsync(Desk desk) => Assert.Single((await ViewAsync(desk)).Rows);

    private static async Task<UnknownView> ViewAsync(Desk desk) =>
        (await desk.Use<ReadUnknown>().ExecuteAsync(await desk.Staff.SupervisorAsync(), CancellationToken.None)).Require();
}
