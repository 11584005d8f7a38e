using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;
using Simulation.Runs;

namespace Simulation.Judging;

/// <summary>
/// Watches one schedule with rules of its own: it knows the partners' books, the staff and the database, and nothing of the desk's code.
/// </summary>
internal sealed class Judge(World world, Account account)
{
    private const int ClearNothings = 3;

    private static readonly TimeSpan QuietPeriod = TimeSpan.FromMinutes(10);

    /// <summary>A claim's lease, and the longest that a call may take to leave.</summary>
    private static readonly TimeSpan LatestLeave = TimeSpan.FromSeconds(90 + 60);

    private readonly Register register = world.Desk.Register;
    private readonly Dictionary<string, DateTimeOffset> claimedAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> logged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset Since, Instance On, TimeSpan Skew)> unknown = new(StringComparer.Ordinal);

    public Account Account { get; } = account;

    public List<Finding> Findings { get; } = [];

    public void Find(Check check, string story)
    {
        Findings.Add(new Finding(check, story, world.Dice.Seed));
        world.Trace?.Add($"{world.Step,4} ** {check}: {story}");
    }

    /// <summary>What is unknown when the schedule begins has been so since then at the latest.</summary>
    public void Begin() => Remember(world.Instances[0], world.Clock.Now, world.Instances[0].Clock.Skew);

    /// <summary>A transaction of the desk has just been committed.</summary>
    public void Committed(Fibre fibre)
    {
        if (fibre.Person >= 0)
        {
            ByPerson(world.Staff[fibre.Person], fibre.Name, (Instance)fibre.Home);
        }

        Remember((Instance)fibre.Home, world.WriteLock.TakenAt, world.WriteLock.Skew);
        if (fibre.Name is "open" or "open-refund" or "continue" or "prepare")
        {
            Opened();
        }

        if (fibre.Name == "sender")
        {
            foreach (var claim in register.Rows("SELECT a.Id, a.OrderNo, RequestedById, ApprovalId, a.Fingerprint, Body, ClaimedAt, a.Kind, CaseId, c.IsByHand FROM Attempts a JOIN Cases c ON c.Id = a.CaseId WHERE a.State = 'sending'"))
            {
                if (Account.Claimed.Add((string)claim[0]!))
                {
                    claimedAt[(string)claim[0]!] = world.WriteLock.TakenAt;
                    Held(fibre, (string)claim[5]!);
                    new ClaimCheck(world, this).Look(fibre, new Claim(
                        (string)claim[0]!, (string)claim[1]!, Guid.Parse((string)claim[2]!), claim[3] as long?, (string)claim[4]!, (string)claim[5]!, (long)claim[6]!, (string)claim[7]!, (long)claim[8]!,
                        (long)claim[9]! == 1));
                }
            }
        }
    }

    /// <summary>A submission leaves the house.</summary>
    public void Sent(Packet packet)
    {
        world.Tally.Sent(packet.Path);
        var (fibre, body) = (packet.Sender, packet.Body);
        var permit = register.Rows("SELECT a.Id, a.State, c.IsByHand FROM Attempts a JOIN Cases c ON c.Id = a.CaseId WHERE Subject = @a AND Body = @b ORDER BY PlannedAt DESC", packet.Subject, body).FirstOrDefault();
        if (permit is null || permit[1] is not ("sending" or "unknown") || permit[2] is 1L)
        {
            Find(Check.NoIntent, $"{fibre.Name} sent {body}; in the database it is {permit?[1] ?? "nowhere"}");
        }

        if (Calls.IsOfCards(packet.Path) && !((Instance)fibre.Home).SendsCards)
        {
            Find(Check.NoIntent, $"{fibre.Name} sent {body}, and sending is off");
        }

        if (permit is not null && claimedAt.TryGetValue((string)permit[0]!, out var at) && world.Clock.Now - at > LatestLeave)
        {
            Find(Check.NoIntent, $"{fibre.Name} sent {body} when it had been claimed for {world.Clock.Now - at}");
        }

        if (permit is not null && !Account.Sent.Add((string)permit[0]!))
        {
            Find(Check.DoubleSend, $"{fibre.Name} sent {body} a second time");
        }
    }

    /// <summary>A submission has reached the partner.</summary>
    /// <param name="before">How much had been taken for its order or payment by then.</param>
    public void Received(Packet packet, int before)
    {
        var taken = world.Books.TakenFor(packet.Subject);
        if (taken.Count == before)
        {
            return;
        }

        world.Tally.Accepted++;
        var (fresh, earlier) = (taken[^1], taken.Take(before).Where(t => t is { IsDead: false, IsForeign: false }).ToList());
        var isDouble = fresh.TradeNo is { } tradeNo
            ? fresh.Figures.Minor + earlier.Sum(t => t.Figures.Minor) > world.Books.Cards.Of(tradeNo)!.Total
            : earlier.Exists(t => t.Passengers.Any(fresh.Passengers.Contains));
        if (!isDouble)
        {
            return;
        }

        if (Account.DecidedNotSent.Contains(packet.Subject) || Account.Forgotten.Contains(packet.Subject) || WasTold(fresh))
        {
            world.Tally.SecondsByDecision++;
        }
        else
        {
            Find(Check.DoubleVoid, $"{packet.Subject} was given back a second time by {packet.Sender.Name}: {packet.Body}");
        }
    }

    public void Ended(Fibre fibre)
    {
        if (fibre.Fault is { } fault && !DatabaseFaults.WasDealt(fault))
        {
            Find(Check.Crash, $"{fibre.Name} threw {fault}");
        }
    }

    /// <summary>
    /// Somebody in a program caught this, wrote it down and went on. What the schedule dealt is allowed to come to that, however wrapped: the database, the
    /// network, a time that was over. A program that was killed runs nothing, and so writes nothing either. Each kind counts once: what fails may do so in every round.
    /// </summary>
    public void Logged(string by, Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (DatabaseFaults.WasDealt(cause) || cause is OperationCanceledException or HttpRequestException)
            {
                return;
            }
        }

        if (logged.Add(by + fault.GetType()))
        {
            world.Trace?.Add(fault.ToString());
            Find(Check.Crash, $"{by} of {world.Current?.Name ?? "nobody"} went on after {fault.GetType()}: {fault.Message}");
        }
    }

    /// <summary>A notice that AsiaBill never signed came in.</summary>
    public void Forged(string? whyNot)
    {
        if (whyNot is null or "unreadable")
        {
            Find(Check.Stripped, "a notice that nobody signed was taken");
        }
    }

    /// <summary>
    /// Nobody can ask AsiaBill, nor an Atlas that shows refunds by their code alone, what a restored database has forgotten: its cases must say so to
    /// the people who decide on them.
    /// </summary>
    public bool WasTold(Submitted taken) => world.IsRestored && !taken.IsVoid && (taken.TradeNo is { } tradeNo
        ? register.Rows("SELECT 1 FROM Timeline t JOIN Cases c ON c.Id = t.CaseId WHERE c.TradeNo = @a AND t.Arguments LIKE '%recovery.card-maybe-paid%' LIMIT 1", tradeNo).Count > 0
        : world.Books.Customs.RefundQueriesNeedCode && register.Rows(
            """
            SELECT c.Wish FROM Timeline t JOIN Cases c ON c.Id = t.CaseId
            WHERE c.Kind = 'refund' AND (t.Arguments LIKE '%recovery.refund-maybe-sent%' OR t.Arguments LIKE '%refund.already-submitted%' OR t.Arguments LIKE '%void.submission-running%')
            """).Exists(r => LastWord.PassengersOf((string)r[0]!).Intersect(taken.Passengers, StringComparer.Ordinal).Any()));

    /// <summary>While a recovery of this database is not ended nothing is sent, of whatever kind, by whichever program, on whoever's word.</summary>
    private void Held(Fibre sender, string body)
    {
        if (register.Rows("SELECT 1 FROM Recoveries WHERE EndedAt IS NULL LIMIT 1").Count > 0)
        {
            Find(Check.NoIntent, $"{sender.Name} claimed {body} while the recovery of the database was still running");
        }
    }

    private void ByPerson(Person person, string action, Instance desk)
    {
        var needsSupervisor = action.StartsWith("decide", StringComparison.Ordinal);
        if (needsSupervisor ? !person.MayDecide : !person.MayWork)
        {
            Find(Check.Stripped, $"{person.Actor.Name} could {action}");
        }

        if (action == "decide-unknown NotSent")
        {
            foreach (var (number, seen) in unknown.ExceptBy(Unknown(), u => u.Key))
            {
                if (desk == seen.On && desk.Clock.GetUtcNow() - seen.Since < QuietPeriod && desk.Clock.Skew == seen.Skew)
                {
                    Find(Check.Unapproved, $"{person.Actor.Name} decided of {number} that nothing was sent after {desk.Clock.GetUtcNow() - seen.Since}");
                }

                Asked(person, number);
            }

            Account.DecidedNotSent.Add(Decided());
        }

        if (action is "decide-unknown Close" or "decide-unknown Sent")
        {
            Account.EndedByHand.Add(Decided());
        }
    }

    /// <summary>"Not sent" rests on Atlas's word, said several times, and never stands against a number that somebody has named.</summary>
    private void Asked(Person person, string number)
    {
        var isCard = (string)register.Rows("SELECT Kind FROM Cases WHERE Number = @a", number)[0][0]! == "card";
        var nothings = register.Rows(
            """
            SELECT 1 FROM Timeline t JOIN Cases c ON c.Id = t.CaseId WHERE c.Number = @a AND t.Kind = 'nothing-found'
                AND t.Id > (SELECT MAX(Id) FROM Timeline WHERE CaseId = c.Id AND Kind = 'send-unknown')
            """, number).Count;
        if (!isCard && nothings < ClearNothings)
        {
            Find(Check.Unapproved, $"{person.Actor.Name} decided of {number} that nothing was sent after {nothings} answers");
        }

        if (register.Rows("SELECT 1 FROM Attempts a JOIN Cases c ON c.Id = a.CaseId WHERE c.Number = @a AND a.NamedRef IS NOT NULL", number).Count > 0)
        {
            Find(Check.Unapproved, $"{person.Actor.Name} decided of {number} that nothing was sent, and a number of it is to be asked about");
        }
    }

    /// <summary>The order or payment of the case that the last transaction was about.</summary>
    private string Decided() => (string)register.Rows("SELECT COALESCE('payment:' || c.TradeNo, c.OrderNo) FROM Timeline t JOIN Cases c ON c.Id = t.CaseId ORDER BY t.Id DESC LIMIT 1")[0][0]!;

    /// <summary>
    /// Since when the outcome of which case is unknown, by the clock of the program that found so: it had found so when its transaction began, however
    /// long that took to its end, and however its clock was moved meanwhile.
    /// </summary>
    private void Remember(Instance desk, DateTimeOffset since, TimeSpan skew)
    {
        var now = Unknown();
        foreach (var over in unknown.Keys.Except(now, StringComparer.Ordinal).ToList())
        {
            unknown.Remove(over);
        }

        foreach (var number in now)
        {
            unknown.TryAdd(number, (since + skew, desk, skew));
        }
    }

    /// <summary>A case was opened: nothing of what it is about may be on its way back by another one, or have come back.</summary>
    private void Opened()
    {
        if (register.Rows("SELECT Number, Kind, OrderNo, TradeNo, Wish FROM Cases ORDER BY Id DESC LIMIT 1") is not [var fresh])
        {
            return;
        }

        var isCard = (string)fresh[1]! == "card";
        var others = isCard
            ? register.Rows("SELECT Number, State, Wish, Kind FROM Cases WHERE TradeNo = @a AND Number <> @b AND IsOpen AND State <> 'following'", (string)fresh[3]!, (string)fresh[0]!)
            : register.Rows(
                "SELECT Number, State, Wish, Kind FROM Cases WHERE OrderNo = @a AND Number <> @b AND Kind <> 'card' AND (IsOpen OR State IN ('refunded', 'completed-on-card'))",
                (string)fresh[2]!, (string)fresh[0]!);
        foreach (var other in others.Where(o => isCard || o[1] is not ("following" or "refunded" or "completed-on-card") || Overlaps(fresh[4] as string, o[2] as string)))
        {
            Find(Check.TwoLive, $"{fresh[0]} was opened beside {other[0]}, which is {other[1]}");
        }
    }

    /// <summary>A void is of everybody.</summary>
    private static bool Overlaps(string? one, string? other) =>
        one is null || other is null || LastWord.PassengersOf(one).Intersect(LastWord.PassengersOf(other), StringComparer.Ordinal).Any();

    private List<string> Unknown() => register.Rows("SELECT Number FROM Cases WHERE State = 'outcome-unknown'").ConvertAll(r => (string)r[0]!);
}
