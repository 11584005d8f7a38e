using System.Globalization;
using System.Text.Json;
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
        var cases = world.Desk.Register.Rows("SELECT Id, OrderNo, State, PartnerRef, Flag, NextAskAt, ActualBack, Number, IsOpen, Kind, Wish, TradeNo, IsByHand FROM Cases ORDER BY Id")
            .ConvertAll(r => new CaseLine(
                (long)r[0]!, (string)r[1]!, (string)r[2]!, r[3] as string, r[4] as string, r[5] as long?, r[6] as string, (string)r[7]!, (long)r[8]! == 1, (string)r[9]!, PassengersOf(r[10] as string),
                r[11] as string, (long)r[12]! == 1));
        var permits = world.Desk.Register.Rows("SELECT Id, CaseId, Subject, State, PartnerRef, IsLive, IsByHand, Body FROM Attempts")
            .ConvertAll(r => new PermitLine((string)r[0]!, (long)r[1]!, (string)r[2]!, (string)r[3]!, r[4] as string, (long)r[5]! == 1, (long)r[6]! == 1, (string)r[7]!));
        Standing(judge, cases, permits);
        if (world.Desk.Register.Rows("SELECT 1 FROM Recoveries WHERE EndedAt IS NULL").Count > 0)
        {
            judge.Find(Check.Stuck, "the recovery does not end");
        }

        if (world.Desk.Register.Rows("SELECT Id FROM Notices WHERE ProcessedAt IS NULL") is [var unread, ..])
        {
            judge.Find(Check.Stuck, $"the notice {unread[0]} is never read");
        }

        if (world.Desk.Register.Rows("SELECT NamedRef FROM Attempts WHERE NamedRef IS NOT NULL AND AskAt IS NULL") is [var named, ..])
        {
            judge.Find(Check.Stuck, $"nobody will ask about {named[0]}");
        }

        if (!world.IsRestored)
        {
            Told(world, judge, permits);
        }

        foreach (var order in world.Books.Orders)
        {
            Held(world, judge, order.OrderNo, order.Taken, [.. cases.Where(c => c.OrderNo == order.OrderNo && c.Kind != "card")], permits);
        }

        foreach (var payment in world.Books.Cards.Payments)
        {
            Held(world, judge, "payment:" + payment.TradeNo, payment.Taken, [.. cases.Where(c => c.TradeNo == payment.TradeNo)], permits);
        }

        Trails(world, judge);
    }

    /// <summary>The last names in a stored wish.</summary>
    public static List<string> PassengersOf(string? wish)
    {
        if (wish is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(wish);
        return [.. json.RootElement.GetProperty("Passengers").EnumerateArray().Select(p => p.GetProperty("LastName").GetString()!)];
    }

    private static void Standing(Judge judge, List<CaseLine> cases, List<PermitLine> permits)
    {
        foreach (var found in cases)
        {
            if ((found.State is "queued" && !found.IsByHand) || found.State == "sending" || (found.State is "following" && found.NextAskAt is null))
            {
                judge.Find(Check.Stuck, $"{found.Number} is {found.State} and nothing moves it");
            }

            if (found.IsOpen == FinalStates.Contains(found.State))
            {
                judge.Find(Check.TwoLive, $"{found.Number} is {found.State} and open: {found.IsOpen}");
            }
        }

        foreach (var permit in permits.Where(p => p.State is "sending" || (p.State == "planned" && !p.IsByHand)))
        {
            judge.Find(Check.Stuck, $"the permit of {cases.Single(c => c.Id == permit.CaseId).Number} is {permit.State}");
        }

        OneOfEach(judge, cases, permits);
        foreach (var permit in permits.Where(p => p.IsLive != (p.State is "planned" or "sending" or "accepted" or "unknown")))
        {
            judge.Find(Check.TwoLive, $"a permit that is {permit.State} is live: {permit.IsLive}");
        }

        foreach (var permit in permits.Where(p => p.IsLive && cases.Single(c => c.Id == p.CaseId) is { IsOpen: false }))
        {
            judge.Find(Check.TwoLive, $"a closed case holds a permit that is {permit.State}: the order can never be sent again");
        }
    }

    /// <summary>
    /// A void is alone on its order until it has ended. Refunds of other passengers may run beside each other once they were taken; until then one
    /// of an order, and one of a card payment.
    /// </summary>
    private static void OneOfEach(Judge judge, List<CaseLine> cases, List<PermitLine> permits)
    {
        foreach (var order in cases.Where(c => c is { IsOpen: true, Kind: "void" }).GroupBy(c => c.OrderNo, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            judge.Find(Check.TwoLive, $"{order.Key} has {order.Count()} open voids");
        }

        foreach (var undecided in cases.Where(c => c.IsOpen && c.State != "following").GroupBy(c => c.TradeNo ?? c.OrderNo, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            judge.Find(Check.TwoLive, $"{undecided.Key} has {undecided.Count()} undecided cases");
        }

        var refunds = cases.FindAll(c => c is { IsOpen: true, Kind: "refund" });
        foreach (var (one, other) in refunds.SelectMany((one, at) => refunds.Skip(at + 1).Select(other => (one, other))).Where(pair => pair.one.Passengers.Intersect(pair.other.Passengers).Any()))
        {
            judge.Find(Check.TwoLive, $"{one.Number} and {other.Number} are refunds of the same passengers");
        }

        foreach (var subject in permits.Where(p => p.IsLive && (p.State != "accepted" || cases.Single(c => c.Id == p.CaseId).Kind == "void")).GroupBy(p => p.Subject, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            judge.Find(Check.TwoLive, $"{subject.Key} has {subject.Count()} live permits");
        }

        foreach (var code in cases.Where(c => c.PartnerRef is not null).GroupBy(c => c.PartnerRef, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            judge.Find(Check.TwoLive, $"{code.Count()} cases follow {code.Key}");
        }
    }

    /// <summary>A signed notice under a number of ours is about something of ours. After a restore the permit may not be known any more.</summary>
    private static void Told(World world, Judge judge, List<PermitLine> permits)
    {
        foreach (var told in world.Books.Cards.All.Where(t => t is { IsForeign: false, Offer: not null } && permits.Exists(p => p.Body.Contains($"\"{t.Offer}\"", StringComparison.Ordinal))))
        {
            if (told.ToldAs.Any(notice => world.Desk.Register.Rows("SELECT 1 FROM Notices WHERE Fingerprint = @a AND Result = 'unknown-order'", notice).Count > 0))
            {
                judge.Find(Check.LostCode, $"AsiaBill told of {told.Code} by our number {told.Offer}, and nobody knew it");
            }
        }
    }

    /// <summary>Everything that a partner holds has an owner here, and ends here as it ended there.</summary>
    private static void Held(World world, Judge judge, string subject, List<Submitted> taken, List<CaseLine> cases, List<PermitLine> permits)
    {
        var decided = judge.Account.DecidedNotSent.Contains(subject) || judge.Account.EndedByHand.Contains(subject) || judge.Account.Forgotten.Contains(subject);
        foreach (var held in taken.Where(v => !v.IsForeign))
        {
            if (cases.Find(c => c.PartnerRef == held.Code) is { } follower)
            {
                Compare(world, judge, follower, held);
                continue;
            }

            if ((world.IsRestored && IsOneOfSeveral(world, taken, cases, held)) || judge.WasTold(held))
            {
                continue;
            }

            // What a person had given up, or AsiaBill refused, is kept on its permit, where the case went on or ended without it.
            if (permits.Exists(p => p.PartnerRef == held.Code && p.State is not ("abandoned" or "refused")))
            {
                judge.Find(Check.Unowned, $"{held.Code} is on a permit and no case follows it");
            }
            else if (!decided && !cases.Exists(c => c.IsOpen && (c.State == "outcome-unknown" || c.Flag is not null)))
            {
                judge.Find(Check.LostCode, $"{held.Code} of {subject} is nowhere; its cases: {string.Join(", ", cases.Select(c => c.Number + " " + c.State + " " + c.PartnerRef))}");
            }
            else if (!decided && CanBeFound(world, held, cases, permits))
            {
                judge.Find(Check.Unowned, $"{held.Code} can be told from others since {held.VisibleAt:HH:mm:ss}, and the outcome is still unknown");
            }
        }

        foreach (var follower in cases.Where(c => c.PartnerRef is not null && !taken.Exists(v => v.Code == c.PartnerRef)))
        {
            judge.Find(Check.WrongEnd, $"{follower.Number} follows {follower.PartnerRef}, which the partner never gave");
        }

        foreach (var foreign in taken.Where(v => v.IsForeign))
        {
            if (cases.Find(c => c.PartnerRef == foreign.Code) is { } found)
            {
                Compare(world, judge, found, foreign);
            }
        }
    }

    /// <summary>Atlas shows it with the offer that was sent; AsiaBill has told of it by our own number.</summary>
    private static bool CanBeFound(World world, Submitted held, List<CaseLine> cases, List<PermitLine> permits) =>
        held.VisibleAt <= world.Clock.Now - TimeSpan.FromMinutes(1)
        && (held.TradeNo is null
            ? world.Books.Customs.QueriesCarryOffers && (held.IsVoid || !world.Books.Customs.RefundQueriesNeedCode)
            : held.IsTold && world.Books.Customs.CardNoticesNameOurs
                && permits.Exists(p => p.State == "unknown" && p.Body.Contains($"\"{held.Offer}\"", StringComparison.Ordinal) && cases.Exists(c => c.Id == p.CaseId && c.State == "outcome-unknown")));

    /// <summary>
    /// Which offer was sent is not in a database from before the send: beside a colleague's nobody can tell ours. A case must follow one of
    /// them, and the line of its timeline must show the others.
    /// </summary>
    private static bool IsOneOfSeveral(World world, List<Submitted> taken, List<CaseLine> cases, Submitted held) =>
        taken.Exists(v => v.IsForeign && cases.Exists(c => c.PartnerRef == v.Code))
        && world.Desk.Register.Rows("SELECT 1 FROM Timeline WHERE Detail LIKE '%' || @a || '%' LIMIT 1", held.Code).Count > 0;

    private static void Compare(World world, Judge judge, CaseLine found, Submitted held)
    {
        var expected = held.TradeNo is not null ? held.Status switch { 1 => "refunded", 2 => "rejected", _ => "following" } : (held.Status, world.Books.Customs.PaymentMethod) switch
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

        if (found.Kind == "refund" && !found.Passengers.ToHashSet(StringComparer.Ordinal).SetEquals(held.Passengers))
        {
            judge.Find(Check.WrongEnd, $"{found.Number} is a refund of {string.Join('+', found.Passengers)} and follows {held.Code} of {string.Join('+', held.Passengers)}");
        }

        if (found.Kind == "void" != held.IsVoid)
        {
            judge.Find(Check.WrongEnd, $"{found.Number} follows {held.Code}, which is of another kind");
        }

        var actual = held.Status == (held.TradeNo is null ? 2 : 1) && !held.Figures.IsVoucher ? string.Create(CultureInfo.InvariantCulture, $"USD:{held.Figures.Minor}") : null;
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
            "SELECT a.Id FROM Attempts a WHERE a.ClaimedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Audit l WHERE l.Action LIKE '%.sending' AND l.Detail LIKE '%' || LOWER(a.Id) || '%')"))
        {
            judge.Find(Check.Trail, $"the trail does not know that permit {off[0]} was sent");
        }

        foreach (var own in world.Desk.Register.Rows("SELECT r.Id FROM Approvals r JOIN ApprovalVotes v ON v.RequestId = r.Id WHERE v.ById = r.RequestedById"))
        {
            judge.Find(Check.Unapproved, $"request {own[0]} was decided by the one who made it");
        }
    }

    private sealed record CaseLine(
        long Id, string OrderNo, string State, string? PartnerRef, string? Flag, long? NextAskAt, string? ActualBack, string Number, bool IsOpen, string Kind,
        IReadOnlyList<string> Passengers, string? TradeNo, bool IsByHand);

    private sealed record PermitLine(string Id, long CaseId, string Subject, string State, string? PartnerRef, bool IsLive, bool IsByHand, string Body);
}
