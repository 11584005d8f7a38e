namespace BackOffice.Sandbox.Atlas;

/// <summary>The handle of a quotation, with the amounts as they were quoted.</summary>
internal sealed record VoidOffer(string Id, string OrderNo, DateTimeOffset QuotedAt, VoidAmounts Amounts);

/// <summary>The order and the later-bought extras that a void takes along, as of the quotation.</summary>
internal sealed record VoidAmounts(Order Order, IReadOnlyList<Order> Extras);

/// <summary>A change of a case that comes some time after its submission.</summary>
internal sealed record VoidStep(TimeSpan After, int Status, string? CancelReason, string Message);

/// <summary>An accepted void. A state once reached is never taken back by moving the clock.</summary>
internal sealed class VoidCase(string voidCode, VoidOffer offer, DateTimeOffset submittedAt, IEnumerable<VoidStep> steps)
{
    private readonly Queue<VoidStep> steps = new(steps);

    public string VoidCode => voidCode;

    public VoidOffer Offer => offer;

    public string OrderNo => offer.OrderNo;

    public DateTimeOffset SubmittedAt => submittedAt;

    public int Status { get; private set; }

    public string CancelReason { get; private set; } = "";

    public DateTimeOffset? RefundExpectedAt { get; private set; }

    public bool HasMoreToCome => steps.Count > 0;

    public bool IsDone => Status is 2 or 5;

    /// <summary>Standing in the way of another submission: open or done, but not rejected or withdrawn.</summary>
    public bool IsInTheWay => Status is not (4 or 6);

    /// <summary>Takes the steps that are due and returns them.</summary>
    public IReadOnlyList<VoidStep> Settle(DateTimeOffset now)
    {
        var taken = new List<VoidStep>();
        while (steps.TryPeek(out var next) && submittedAt + next.After <= now)
        {
            steps.Dequeue();
            Take(next, submittedAt + next.After);
            taken.Add(next);
        }

        return taken;
    }

    /// <summary>What an operator of the partner decides; nothing follows by itself after it.</summary>
    public void Decide(VoidStep step, DateTimeOffset now)
    {
        steps.Clear();
        Take(step, now);
    }

    private void Take(VoidStep step, DateTimeOffset at)
    {
        Status = step.Status;
        CancelReason = step.CancelReason ?? "";
        RefundExpectedAt = step.Status is 2 or 3 ? at.AddDays(11) : null;
    }
}
