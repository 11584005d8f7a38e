namespace BackOffice.Sandbox.AsiaBill;

/// <summary>A change of a refund that comes some time after it was asked for.</summary>
internal sealed record RefundStep(TimeSpan After, CardRefundStatus Status, string Description)
{
    public static RefundStep Success(TimeSpan after) => new(after, CardRefundStatus.Success, "Refunded.");

    public static RefundStep Fail(TimeSpan after) => new(after, CardRefundStatus.Fail, "The card issuer did not take the refund.");

    /// <summary>What becomes of a refund, by the course of its payment.</summary>
    public static IReadOnlyList<RefundStep> Of(RefundCourse course, AsiaBillOptions options) => course switch
    {
        RefundCourse.Succeeds => [Success(options.DoneAfter)],
        RefundCourse.Fails => [Fail(options.DoneAfter)],
        RefundCourse.StaysPending => [],
        RefundCourse.SucceedsAtOnce => [Success(TimeSpan.Zero)],
        RefundCourse.FailsAfterSuccess => [Success(options.DoneAfter), Fail(options.TakenBackAfter)],
    };
}

/// <summary>A recorded refund. A state once reached is never taken back by moving the clock.</summary>
internal sealed class RefundCase(string batchNo, CardPayment payment, RefundRequest asked, DateTimeOffset askedAt, IEnumerable<RefundStep> steps)
{
    private readonly Queue<RefundStep> steps = new(steps);

    public string BatchNo => batchNo;

    public CardPayment Payment => payment;

    public RefundRequest Asked => asked;

    public CardRefundStatus Status { get; private set; }

    public string Description { get; private set; } = "Waiting to be processed.";

    public bool HasMoreToCome => steps.Count > 0;

    /// <summary>Takes the steps that are due and returns them with their instants.</summary>
    public IReadOnlyList<(RefundStep Step, DateTimeOffset At)> Settle(DateTimeOffset now)
    {
        var taken = new List<(RefundStep Step, DateTimeOffset At)>();
        while (steps.TryPeek(out var next) && askedAt + next.After <= now)
        {
            steps.Dequeue();
            Take(next);
            taken.Add((next, askedAt + next.After));
        }

        return taken;
    }

    /// <summary>What somebody at AsiaBill decides; nothing follows by itself after it.</summary>
    public void Decide(RefundStep step)
    {
        steps.Clear();
        Take(step);
    }

    public CardRefund Show() =>
        new(BatchNo, Payment.TradeNo, Asked.MerTrackNo, Asked.RefundType, Asked.Amount, Payment.Currency, Status, Description, askedAt);

    private void Take(RefundStep step) => (Status, Description) = (step.Status, step.Description);
}
