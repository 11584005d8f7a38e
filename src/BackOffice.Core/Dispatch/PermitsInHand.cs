using BackOffice.Core.Values;

namespace BackOffice.Core.Dispatch;

/// <param name="DeadlineAt">Of a void; after it, less the margin, it is not sent any more.</param>
public sealed record PlannedPermit(Guid Id, CaseKind Kind, DateTimeOffset? DeadlineAt, DateTimeOffset PlannedAt);

/// <summary>
/// Which planned permits this process takes up next, and which it has in hand. One for the whole process; what it forgets with the process is only who
/// had a turn: the claim in the database says who may call.
/// </summary>
public sealed class PermitsInHand
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, CaseKind> inHand = [];
    private readonly Dictionary<Guid, long> turns = [];
    private long turn;

    /// <summary>
    /// Those to take up now: not in hand, and of each kind no more than fit beside those that are. A partner that hangs holds up its own kind alone.
    /// Who had no turn yet comes first, then whose turn was longest ago, so that permits that cannot be quoted do not keep the others waiting; among
    /// them the one whose window closes first.
    /// </summary>
    public IReadOnlyList<PlannedPermit> TakeUp(IReadOnlyList<PlannedPermit> planned, int mostOfAKind)
    {
        lock (gate)
        {
            turn++;
            foreach (var gone in turns.Keys.Except(planned.Select(p => p.Id)).ToList())
            {
                turns.Remove(gone);
            }

            var taken = planned.Where(p => !inHand.ContainsKey(p.Id))
                .GroupBy(p => p.Kind)
                .SelectMany(kind => kind
                    .OrderBy(p => turns.GetValueOrDefault(p.Id)).ThenBy(p => p.DeadlineAt ?? DateTimeOffset.MaxValue).ThenBy(p => p.PlannedAt)
                    .Take(Math.Max(0, mostOfAKind - inHand.Values.Count(k => k == kind.Key))))
                .ToList();
            foreach (var permit in taken)
            {
                (inHand[permit.Id], turns[permit.Id]) = (permit.Kind, turn);
            }

            return taken;
        }
    }

    /// <summary>It is done with, or could not be carried out now.</summary>
    public void PutDown(PlannedPermit permit)
    {
        lock (gate)
        {
            inHand.Remove(permit.Id);
        }
    }
}
