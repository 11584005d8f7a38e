namespace BackOffice.Web.Features.Rehearsal;

/// <summary>The stand-in of Atlas, as the rehearsal's page plays it: what goes wrong next, what it decides, what it was called with.</summary>
public interface IStagedPartner
{
    /// <summary>The calls of both partners' contracts, such as <c>void.do</c>; <c>*</c> is any of Atlas's.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Stable names of the ways in which an answer can go wrong.</summary>
    IReadOnlyList<string> FaultNames { get; }

    /// <summary>What waits to go wrong, the next first.</summary>
    IReadOnlyList<StagedFault> Faults { get; }

    /// <summary>Stable names of the ways in which notices can travel.</summary>
    IReadOnlyList<string> NoticePolicies { get; }

    string NoticePolicy { get; set; }

    /// <summary>Notices that were sent or kept back since the last reset, newest first.</summary>
    IReadOnlyList<StagedNotice> Notices(int most);

    /// <summary>The newest calls that came in, newest first.</summary>
    IReadOnlyList<StagedCall> Calls(int most);

    /// <summary>How many calls that move money came for each order, or card payment, that had one.</summary>
    IReadOnlyDictionary<string, int> Sends { get; }

    /// <summary>Orders, voids, faults, calls and waiting notices back to the beginning. The cases of the desk stay.</summary>
    void Reset();

    /// <returns>False where the fault has no such name or number.</returns>
    bool Plan(StagedFault fault);

    void ClearFaults();

    /// <summary>Decides about the newest void of an order. False where it has none.</summary>
    bool Decide(string orderNo, int status, string? reason);

    /// <summary>A colleague voids the order in the partner's portal, past the desk. Null where the order is unknown or has a void.</summary>
    string? VoidInPortal(string orderNo);

    /// <summary>Sends a notice behind which nothing stands. Gives back what the desk answered; null where it could not be reached.</summary>
    Task<int?> ForgeNoticeAsync(string orderNo, int status, CancellationToken cancellationToken);
}

/// <param name="OrderNo">Of one order only; null for any.</param>
/// <param name="Times">How many calls it spoils.</param>
/// <param name="Number">Seconds, HTTP status, business code or form, by the fault; null takes its usual one.</param>
/// <param name="Field">The field that is left out, for the fault <c>without</c>.</param>
public sealed record StagedFault(string Path, string Name, string? OrderNo, int Times, int? Number = null, string? Field = null);

/// <param name="Fate">Stable word: <c>Delivered</c>, <c>Failed</c>, <c>Lost</c>, <c>NoAddress</c>.</param>
/// <param name="Answer">The desk's HTTP status.</param>
public sealed record StagedNotice(DateTimeOffset At, string OrderNo, string Fate, int? Answer);

/// <param name="IsSend">It moves money: there should be one for an order, or card payment.</param>
public sealed record StagedCall(long Sequence, DateTimeOffset At, string Path, string? OrderNo, bool IsSend);
