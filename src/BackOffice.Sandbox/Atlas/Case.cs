namespace BackOffice.Sandbox.Atlas;

internal enum CaseKind
{
    Void,
    Refund,
}

/// <summary>A change of a case that comes some time after its submission.</summary>
internal sealed record CaseStep(TimeSpan After, int Status, string? CancelReason, string Message);

/// <summary>An accepted void or refund. A state once reached is never taken back by moving the clock.</summary>
internal abstract class Case(CaseKind kind, string code, string orderNo, DateTimeOffset submittedAt, IEnumerable<CaseStep> steps)
{
    private readonly Queue<CaseStep> steps = new(steps);

    public CaseKind Kind => kind;

    public string Code => code;

    public string OrderNo => orderNo;

    public DateTimeOffset SubmittedAt => submittedAt;

    public int Status { get; private set; }

    public string CancelReason { get; private set; } = "";

    public DateTimeOffset? RefundExpectedAt { get; private set; }

    public bool HasMoreToCome => steps.Count > 0;

    public bool IsDone => Status is 2 or 5;

    /// <summary>Standing in the way of another submission: open or done, but not rejected or withdrawn.</summary>
    public bool IsInTheWay => Status is not (4 or 6);

    /// <summary>Takes the steps that are due and returns them.</summary>
    public IReadOnlyList<CaseStep> Settle(DateTimeOffset now)
    {
        var taken = new List<CaseStep>();
        while (steps.TryPeek(out var next) && submittedAt + next.After <= now)
        {
            steps.Dequeue();
            Take(next, submittedAt + next.After);
            taken.Add(next);
        }

        return taken;
    }

    /// <summary>What an operator of the partner decides; nothing follows by itself after it.</summary>
    public void Decide(CaseStep step, DateTimeOffset now)
    {
        steps.Clear();
        Take(step, now);
    }

    private void Take(CaseStep step, DateTimeOffset at)
    {
        Status = step.Status;
        CancelReason = step.CancelReason ?? "";
        RefundExpectedAt = step.Status is 2 or 3 ? at.AddDays(11) : null;
    }
}
