namespace BackOffice.Core.Atlas;

/// <summary>At most so many calls start within any one second. Sends go before questions; within each, first come, first served.</summary>
internal sealed class CallThrottle(Func<int> callsPerSecond, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Queue<long> started = new();
    private readonly Queue<TaskCompletionSource> sends = new();
    private readonly Queue<TaskCompletionSource> questions = new();
    private ITimer? timer;

    public Task QuestionAsync(CancellationToken cancellationToken) => WaitAsync(questions, cancellationToken);

    public Task SendAsync(CancellationToken cancellationToken) => WaitAsync(sends, cancellationToken);

    public void Dispose() => timer?.Dispose();

    private async Task WaitAsync(Queue<TaskCompletionSource> line, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        lock (gate)
        {
            line.Enqueue(turn);
        }

        LetIn();
        await turn.Task;
    }

    private void LetIn()
    {
        lock (gate)
        {
            while (First() is { } line)
            {
                var wait = UntilFree();
                if (wait > TimeSpan.Zero)
                {
                    timer ??= clock.CreateTimer(_ => LetIn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    timer.Change(wait, Timeout.InfiniteTimeSpan);
                    return;
                }

                if (line.Dequeue().TrySetResult())
                {
                    started.Enqueue(clock.GetTimestamp());
                }
            }
        }
    }

    private Queue<TaskCompletionSource>? First() => sends.Count > 0 ? sends : questions.Count > 0 ? questions : null;

    private TimeSpan UntilFree()
    {
        while (started.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Window)
        {
            started.Dequeue();
        }

        // Timers count whole milliseconds: rounding up keeps an early one from spinning.
        return started.Count < callsPerSecond()
            ? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(Math.Ceiling((Window - clock.GetElapsedTime(started.Peek())).TotalMilliseconds));
    }
}
