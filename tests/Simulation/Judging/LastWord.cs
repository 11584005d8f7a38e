using System.Globalization;
using BackOffice.Core.Audit;
using Simulation.Partner;
using Simulation.Runs;

namespace Simulation.Judging;

/// <summary>What must be true when the dust has settled: both programs run, the partner answers, and time enough has passed.</summary>
internal static class LastWord
{
    private static readonly string[] FinalStates = ["refunded", "completed-on-card", "rejected", "closed-without-result", "withdrawn", "closed-by-hand"];

    public static void Say(World world, Judge judge)
    {
        var cases = world.Desk.Register.Rows("SELECT Id, OrderNo, State, PartnerRef, PartnerStatus, Flag, NextAskAt, ActualBack, Number, IsOpen, Version, ClearNothings FROM Cases ORDER BY Id")
            .ConvertAll(r => new CaseLine(
                (long)r[0]!, (string)r[1]!, (string)r[2]!, r[3] as string, r[4] as long?, r[5] as string, r[6] as long?, r[7] as string, (string)r[8]!, (long)r[9]! == 1, (long)r[10]!, (long)r[11]!));
        var permits = world.Desk.Register.Rows("SELECT Id, CaseId, OrderNo, State, PartnerRef, IsLive FROM Attempts")
            .ConvertAll(r => new PermitLine((string)r[0]!, (long)r[1]!, (string)r[2]!, (string)r[3]!, r[4] as string, (long)r[5]! == 1));
        Standing(judge, cases, permits);
        foreach (var order in world.Books.Orders)
        {
            Voids(world, judge, order, [.. cases.Where(c => c.OrderNo == order.OrderNo)], permits);
        }

        Trails(world, judge);
    }

    private static void Standing(Judge judge, List<CaseLine> cases, List<PermitLine> permits)
    {
        foreach (var found in cases)
        {
            if (found.State is "queued" or "sending" || (found.State is "following" && found.NextAskAt is null))
            {
                judge.Find(Check.Stuck, $"{found.Number} is {found.State} and nothing moves it");
            }

            if (found.IsOpen == FinalStates.Contains(found.State))
            {
                judge.Find(Check.TwoLive, $"{found.Number} is {found.State} and open: {found.IsOpen}");
            }
        }

        foreach (var permit in permits.Where(p => p.State is "planned" or "sending"))
        {
            judge.Find(Check.Stuck, $"the permit of {cases.Single(c => c.Id == permit.CaseId).Number} is {permit.State}");
        }

        foreach (var order in cases.Where(c => c.IsOpen).GroupBy(c => c.OrderNo, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            judge.Find(Check.TwoLive, $"{order.Key} has {order.Count()} open cases");
        }

        foreach (var order in permits.Where(p => p.IsLive).GroupBy(p => p.OrderNo, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            judge.Find(Check.TwoLive, $"{order.Key} has {order.Count()} live permits");
        }

        foreach (var permit in permits.Where(p => p.IsLive != (p.State is "planned" or "sending" or "accepted" or "unknown")))
        {
            judge.Find(Check.TwoLive, $"a permit that is {permit.State} is live: {permit.IsLive}");
        }

        foreach (var code in cases.Where(c => c.PartnerRef is not null).GroupBy(c => c.PartnerRef, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            judge.Find(Check.TwoLive, $"{code.Count()} cases follow {code.Key}");
        }

        foreach (var permit in permits.Where(p => p.IsLive && cases.Single(c => c.Id == p.CaseId) is { IsOpen: false }))
        {
            judge.Find(Check.TwoLive, $"a closed case holds a permit that is {permit.State}: the order can never be sent again");
        }
    }

    /// <summary>Every void that the partner holds has an owner here, and ends here as it ended there.</summary>
    private static void Voids(World world, Judge judge, OrderBook order, List<CaseLine> cases, List<PermitLine> permits)
    {
        var decided = judge.Account.DecidedNotSent.Contains(order.OrderNo) || judge.Account.EndedByHand.Contains(order.OrderNo) || judge.Account.Forgotten.Contains(order.OrderNo);
        foreach (var held in order.Voids.Where(v => !v.IsForeign))
        {
            if (cases.Find(c => c.PartnerRef == held.Code) is { } follower)
            {
                Compare(world, judge, follower, held);
                continue;
            }

            if (world.IsRestored && IsOneOfSeveral(world, order, cases, held))
            {
                continue;
            }

            if (permits.Exists(p => p.PartnerRef == held.Code))
            {
                judge.Find(Check.Unowned, $"{held.Code} is on a permit and no case follows it");
            }
            else if (!decided && !cases.Exists(c => c.IsOpen && (c.State == "outcome-unknown" || c.Flag is not null)))
            {
                judge.Find(Check.LostCode, $"{held.Code} of {order.OrderNo} is nowhere; its cases: {string.Join(", ", cases.Select(c => c.Number + " " + c.State + " " + c.PartnerRef))}");
            }
            else if (!decided && world.Books.Customs.QueriesCarryOffers && held.VisibleAt <= world.Clock.Now - TimeSpan.FromMinutes(1))
            {
                judge.Find(Check.Unowned, $"{held.Code} can be seen with its offer since {held.VisibleAt:HH:mm:ss}, and the outcome is still unknown");
            }
        }

        foreach (var follower in cases.Where(c => c.PartnerRef is not null && !order.Voids.Exists(v => v.Code == c.PartnerRef)))
        {
            judge.Find(Check.WrongEnd, $"{follower.Number} follows {follower.PartnerRef}, which the partner never gave");
        }

        if (order.Voids.Find(v => v.IsForeign) is { } foreign && cases.Find(c => c.PartnerRef == foreign.Code) is { } found)
        {
            Compare(world, judge, found, foreign);
        }
    }

    /// <summary>
    /// Which offer was sent is not in a database from before the send: beside a colleague's void nobody can tell ours. A case must follow one of
    /// them, and the line of its timeline must show the others.
    /// </summary>
    private static bool IsOneOfSeveral(World world, OrderBook order, List<CaseLine> cases, VoidBook held) =>
        order.Voids.Exists(v => v.IsForeign && cases.Exists(c => c.PartnerRef == v.Code))
        && world.Desk.Register.Rows("SELECT 1 FROM Timeline WHERE Detail LIKE '%' || @a || '%' LIMIT 1", held.Code).Count > 0;

    private static void Compare(World world, Judge judge, CaseLine found, VoidBook held)
    {
        var expected = (held.Status, world.Books.Customs.PaymentMethod) switch
        {
            (2, 3) or (5, 1) or (3, 3) => "following",
            (2, _) => "refunded",
            (4, _) => "rejected",
            (5, _) => "completed-on-card",
            (6, _) => "closed-without-result",
            _ => "following",
        };
        if (found.State != expected && found.State != "closed-by-hand")
        {
            judge.Find(Check.WrongEnd, $"{found.Number} is {found.State}, {held.Code} stands at {held.Status}");
        }

        var actual = held.Status == 2 && !held.Figures.IsVoucher ? string.Create(CultureInfo.InvariantCulture, $"USD:{held.Figures.Minor}") : null;
        if (found.ActualBack is { } shown && shown != actual && expected == found.State)
        {
            judge.Find(Check.WrongEnd, $"{found.Number} shows {shown}, the partner paid {actual ?? "nothing yet"}");
        }
    }

    private static void Trails(World world, Judge judge)
    {
        foreach (var off in world.Desk.Register.Rows("SELECT c.Number, c.Version, (SELECT COUNT(*) FROM Timeline t WHERE t.CaseId = c.Id) n FROM Cases c WHERE c.Version <> n"))
        {
            judge.Find(Check.Trail, $"{off[0]} was changed {off[1]} times and has {off[2]} lines");
        }

        var lines = world.Desk.Register.Rows("SELECT Sequence, At, ActorId, ActorName, Action, Subject, Detail, PreviousHash, Hash FROM Audit ORDER BY Sequence")
            .Select(r => new AuditEntry
            {
                Sequence = (long)r[0]!, At = DateTimeOffset.FromUnixTimeMilliseconds((long)r[1]!), ActorId = Guid.Parse((string)r[2]!), ActorName = (string)r[3]!,
                Action = (string)r[4]!, Subject = (string)r[5]!, Detail = (string)r[6]!, PreviousHash = (string)r[7]!, Hash = (string)r[8]!,
            });
        if (AuditChain.FirstBreak(AuditChain.Start, 0, lines) is { } line)
        {
            judge.Find(Check.Trail, $"the trail breaks at line {line}");
        }

        foreach (var off in world.Desk.Register.Rows(
            "SELECT a.Id FROM Attempts a WHERE a.ClaimedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Audit l WHERE l.Action = 'void.sending' AND l.Detail LIKE '%' || LOWER(a.Id) || '%')"))
        {
            judge.Find(Check.Trail, $"the trail does not know that permit {off[0]} was sent");
        }

        foreach (var own in world.Desk.Register.Rows("SELECT r.Id FROM Approvals r JOIN ApprovalVotes v ON v.RequestId = r.Id WHERE v.ById = r.RequestedById"))
        {
            judge.Find(Check.Unapproved, $"request {own[0]} was decided by the one who made it");
        }
    }

    private sealed record CaseLine(
        long Id, string OrderNo, string State, string? PartnerRef, long? PartnerStatus, string? Flag, long? NextAskAt, string? ActualBack, string Number, bool IsOpen, long Version,
        long ClearNothings);

    private sealed record PermitLine(string Id, long CaseId, string OrderNo, string State, string? PartnerRef, bool IsLive);
}
