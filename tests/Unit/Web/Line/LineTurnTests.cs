using BackOffice.Core.Cases;

namespace Unit.Web.Line;

/// <summary>When an open screen has to look again although nobody did anything.</summary>
public sealed class LineTurnTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(120, 58)]
    [InlineData(60, 43)]
    [InlineData(10, 8)]
    public void NextTurn_OfAnUnsentCase_IsTheEdgeOfItsBand(int minutesLeft, int minutesUntilTurn) =>
        Assert.Equal(Now.AddMinutes(minutesUntilTurn), Turn(CaseState.Quoted, Now.AddMinutes(minutesLeft)));

    [Fact]
    public void NextTurn_AtTheEdgeOfABand_PutsItIntoTheNext()
    {
        var deadline = Now.AddMinutes(60);
        var turn = Turn(CaseState.Open, deadline)!.Value;

        Assert.Equal((LineBand.Soon, LineBand.Urgent), (Band(turn.AddSeconds(-1)), Band(turn.AddSeconds(1))));

        LineBand Band(DateTimeOffset at) => LineBands.Of(CaseState.Open, deadline, hasFlag: false, at, Margin);
    }

    [Theory]
    [InlineData(CaseState.Quoted, 1)]
    [InlineData(CaseState.Following, 60)]
    [InlineData(CaseState.OutcomeUnknown, 60)]
    public void NextTurn_WhereTimeChangesNothing_IsNone(CaseState state, int minutesLeft) => Assert.Null(Turn(state, Now.AddMinutes(minutesLeft)));

    [Fact]
    public void NextTurn_WithoutADeadline_IsNone() => Assert.Null(Turn(CaseState.Open, null));

    private static DateTimeOffset? Turn(CaseState state, DateTimeOffset? deadline) => LineBands.NextTurn(state, deadline, hasFlag: false, Now, Margin);
}
