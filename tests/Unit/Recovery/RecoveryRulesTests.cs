using BackOffice.Core.Recovery;

namespace Unit.Recovery;

public sealed class RecoveryRulesTests
{
    private static readonly DateTimeOffset Quiet = new(2026, 9, 1, 3, 10, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(60, true)]
    public void Answer_Counts_WhereItsQuestionLeftAfterTheQuietPeriod(int? secondsAfter, bool counts) =>
        Assert.Equal(counts, RecoveryRules.IsEnough(secondsAfter is { } seconds ? Quiet.AddSeconds(seconds) : null, Quiet));

    [Theory]
    [InlineData(-300, true, 1, 0)]
    [InlineData(0, true, 1, null)]
    [InlineData(5, true, 3, null)]
    [InlineData(-300, false, 1, -285)]
    [InlineData(0, false, 1, 15)]
    [InlineData(0, false, 2, 30)]
    [InlineData(0, false, 3, 60)]
    [InlineData(0, false, 4, 120)]
    [InlineData(0, false, 400, 120)]
    public void NextQuestion_AfterAnAnswerOrASilence_IsPlanned(int askedAfter, bool isAnswered, int tries, int? nextAfter) =>
        Assert.Equal(nextAfter is { } seconds ? Quiet.AddSeconds(seconds) : null, RecoveryRules.NextAsk(Quiet.AddSeconds(askedAfter), isAnswered, tries, Quiet));

    [Theory]
    [InlineData(-1, true, 0, 0, RecoveryObstacle.QuietPeriod)]
    [InlineData(7200, false, 0, 0, RecoveryObstacle.QuietPeriod)]
    [InlineData(0, true, 1, 1, RecoveryObstacle.Permits)]
    [InlineData(0, true, 0, 1, RecoveryObstacle.Cases)]
    [InlineData(0, true, 0, 0, null)]
    public void End_HasToWaitForEachObstacle(int secondsAfter, bool isWatched, int permits, int waiting, RecoveryObstacle? obstacle) =>
        Assert.Equal(obstacle, RecoveryRules.WhyNotOver(Quiet.AddSeconds(secondsAfter), Quiet, isWatched, permits, waiting));

    [Theory]
    [InlineData(-1, false, true)]
    [InlineData(0, false, false)]
    [InlineData(7200, false, false)]
    [InlineData(0, true, true)]
    public void Question_WhoseAnswerWouldCount_IsForWhoeverWatchedTheQuietPeriod(int secondsAfter, bool isWatched, bool may) =>
        Assert.Equal(may, RecoveryRules.MayAsk(Quiet.AddSeconds(secondsAfter), Quiet, isWatched));

    [Theory]
    [InlineData(61, true)]
    [InlineData(60, false)]
    [InlineData(-7200, false)]
    public void Recovery_IsBegunAgain_WhereItBeganInTheFuture(int startedAfter, bool isAgain) =>
        Assert.Equal(isAgain, RecoveryRules.IsBegunInTheFuture(Quiet.AddSeconds(startedAfter), Quiet));

    [Fact]
    public void End_OfARecoveryThatNobodyBegan_IsFarOff() => Assert.Equal(RecoveryObstacle.QuietPeriod, RecoveryRules.WhyNotOver(Quiet, null, true, 0, 0));
}
