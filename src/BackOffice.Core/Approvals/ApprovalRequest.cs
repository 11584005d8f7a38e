using BackOffice.Core.Access;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <summary>One question to colleagues, bound to the very figures that were seen.</summary>
public sealed class ApprovalRequest
{
    private readonly List<ApprovalVote> votes = [];

    private ApprovalRequest()
    {
    }

    public long Id { get; private set; }
    public long CaseId { get; private set; }
    public ApprovalState State { get; private set; }
    public int Version { get; private set; }
    public Guid RequestedById { get; private set; }
    public string RequestedByName { get; private set; } = "";
    public DateTimeOffset RequestedAt { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>The frozen quote, its hash and its one sum (none where there are several currencies or a voucher).</summary>
    public long QuoteId { get; private set; }
    public string Fingerprint { get; private set; } = "";
    public Money? Amount { get; private set; }
    public RefundMethod Method { get; private set; }
    public int Needed { get; private set; }

    /// <summary>The deadline less the margin; the request ends with it. None where no deadline is known.</summary>
    public DateTimeOffset? EndsAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public IReadOnlyList<ApprovalVote> Votes => votes;

    public IEnumerable<ApprovalVote> Yes => votes.Where(v => v.IsYes);

    public static ApprovalRequest Ask(ApprovalQuestion question, Actor actor, DateTimeOffset now) => new()
    {
        CaseId = question.CaseId, State = ApprovalState.Waiting, RequestedById = actor.Id, RequestedByName = actor.Name, RequestedAt = now,
        Reason = question.Reason, QuoteId = question.QuoteId, Fingerprint = question.Fingerprint, Amount = question.Amount,
        Method = question.Method, Needed = question.Needed, EndsAt = question.EndsAt,
    };

    /// <summary>Adds a vote. True where all that are needed have said yes.</summary>
    public bool Vote(Actor actor, bool isYes, string? reason, DateTimeOffset now)
    {
        votes.Add(new ApprovalVote { ById = actor.Id, ByName = actor.Name, At = now, IsYes = isYes, Reason = reason });
        var complete = isYes && Yes.Count() >= Needed;
        Version++;
        if (!isYes || complete)
        {
            End(isYes ? ApprovalState.Approved : ApprovalState.Declined, now);
        }

        return complete;
    }

    public void End(ApprovalState state, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        Version++;
    }
}

public sealed record ApprovalQuestion(
    long CaseId, long QuoteId, string Fingerprint, Money? Amount, RefundMethod Method, int Needed, DateTimeOffset? EndsAt, string Reason);

public sealed class ApprovalVote
{
    public long Id { get; private set; }
    public long RequestId { get; private set; }
    public required Guid ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required bool IsYes { get; init; }
    public string? Reason { get; init; }
}

public enum ApprovalState
{
    Waiting,
    Approved,
    Declined,
    Withdrawn,

    /// <summary>The window closed on it.</summary>
    Expired,

    /// <summary>The figures moved under it.</summary>
    Stale,
}

public static class ApprovalStates
{
    public static string TextOf(ApprovalState state) => state switch
    {
        ApprovalState.Waiting => "waiting",
        ApprovalState.Approved => "approved",
        ApprovalState.Declined => "declined",
        ApprovalState.Withdrawn => "withdrawn",
        ApprovalState.Expired => "expired",
        ApprovalState.Stale => "stale",
    };

    public static ApprovalState Read(string text) => Enum.GetValues<ApprovalState>().Single(s => TextOf(s) == text);
}
