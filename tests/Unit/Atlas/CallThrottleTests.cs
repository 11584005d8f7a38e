using BackOffice.Core.Atlas;
using Unit.Testing;

namespace Unit.Atlas;

public sealed class CallThrottleTests
{
    private readonly TestClock clock = new();

    [Fact]
    public async Task Calls_WithinAnySecond_AreNeverMoreThanAllowed()
    {
        using var throttle = new CallThrottle(() => 2, clock);

        await throttle.QuestionAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(600));
        await throttle.QuestionAsync(CancellationToken.None);
        var third = throttle.QuestionAsync(CancellationToken.None);
        var fourth = throttle.QuestionAsync(CancellationToken.None);

        clock.Advance(TimeSpan.FromMilliseconds(399));
        Assert.False(third.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await third;
        Assert.False(fourth.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(600));
        await fourth;
    }

    [Fact]
    public async Task Send_AmongWaitingQuestions_GoesFirst()
    {
        using var throttle = new CallThrottle(() => 1, clock);

        await throttle.QuestionAsync(CancellationToken.None);
        var question = throttle.QuestionAsync(CancellationToken.None);
        var send = throttle.SendAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1));

        await send;
        Assert.False(question.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await question;
    }

    [Fact]
    public async Task ACallGivenUp_TakesNobodysTurn()
    {
        using var throttle = new CallThrottle(() => 1, clock);
        using var caller = new CancellationTokenSource();

        await throttle.QuestionAsync(CancellationToken.None);
        var givenUp = throttle.QuestionAsync(caller.Token);
        var patient = throttle.QuestionAsync(CancellationToken.None);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        clock.Advance(TimeSpan.FromSeconds(1));

        await patient;
    }
}
