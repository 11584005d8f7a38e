using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Judging;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>
/// Everything that one schedule is made of: time, the partner, the network, two programs on one database, the people, and who is in the middle
/// of what. One thread; whoever is <see cref="Current"/> runs, and nobody else.
/// </summary>
internal sealed class World
{
    private const string DealtFault = "A fault of the schedule.";

    private readonly List<Fibre> fibres = [];
    private readonly List<Packet> packets = [];
    private int runFor;
    private readonly int thread = Environment.CurrentManagedThreadId;
    private (DbConnection Connection, Fibre Fibre)? writer;
    private (Place Place, int After, int Code)? planned;

    public World(Lane lane)
    {
        Desk = lane;
    }

    /// <summary>What the thread lends to each of its schedules.</summary>
    public Lane Desk { get; }

    public SimClock Clock { get; } = new();

    /// <summary>Before the chaos and after it: every call is answered at once, and nothing stops between two statements.</summary>
    public bool IsCalm { get; set; } = true;

    /// <summary>What the next submission meets in calm times; for bringing a case to an unknown outcome.</summary>
    public Fate NextSubmission { get; set; }

    public required Dice Dice { get; init; }

    public required Line Line { get; init; }

    /// <summary>The office's rule, as stored: when the customer is paid, seen from the supplier's leg.</summary>
    public string CustomerPaid { get; private set; } = "ByHand";

    public required Books Books { get; init; }

    public required Person[] Staff { get; init; }

    public Instance[] Instances { get; } = new Instance[2];

    public Tally Tally => Desk.Tally;

    public Judge Judge { get; set; } = null!;

    /// <summary>Lines for people; null unless somebody will read them.</summary>
    public List<string>? Trace { get; init; }

    /// <summary>A number that two schedules share only if they did the same.</summary>
    public ulong Print { get; private set; } = 1469598103934665603;

    public Fibre? Current { get; private set; }

    public int Step { get; set; }

    /// <summary>Every start of a program is a process of its own.</summary>
    public int LastProcess { get; set; } = 100;

    public IReadOnlyList<Fibre> Fibres => fibres;

    public IReadOnlyList<Packet> Packets => packets;

    public bool IsLocked => writer is not null;

    /// <summary>When the transaction that has the write lock, or had it last, got it.</summary>
    public DateTimeOffset LockedAt { get; private set; }

    /// <summary>How far off the clock of its program was then.</summary>
    public TimeSpan LockedSkew { get; private set; }

    /// <summary>How often what is committed has changed.</summary>
    public int Commits { get; private set; }

    /// <summary>The database is an older one, put back.</summary>
    public bool IsRestored { get; private set; }

    /// <summary>Puts an older database in place, with the mark that every backup carries. Nobody runs.</summary>
    public void Restore(Backup backup)
    {
        var cases = Cases;
        Desk.Put(backup.Image);
        // The office's rule is the office's, whenever the file is from.
        SetCustomerPaid(CustomerPaid);
        Desk.Register.Write("INSERT INTO Recoveries (Origin, TakenAt, LastCaseId, Version) SELECT 'backup', @a, COALESCE(MAX(Id), 0), 0 FROM Cases", backup.TakenAt.ToUnixTimeMilliseconds());
        // What the older database has not claimed would be claimed anew.
        Judge.Account.Claimed.IntersectWith(Desk.Register.Rows("SELECT Id FROM Attempts WHERE ClaimedAt IS NOT NULL").Select(r => (string)r[0]!));
        backup.Staff.Select(p => p.Copy()).ToArray().CopyTo(Staff, 0);
        if (backup.Cases != cases)
        {
            Judge.Account.Forgotten.UnionWith(Subjects);
        }

        Tally.Restores++;
        (IsRestored, Commits) = (true, Commits + 1);
        Note(Trace is null ? null : $"   the backup of {backup.TakenAt:HH:mm:ss} is put back", "restore", 0);
    }

    /// <summary>How many there are, as committed.</summary>
    public long Cases => (long)Desk.Register.Rows("SELECT COUNT(*) FROM Cases")[0][0]!;

    /// <summary>Everything that money can be asked back of: orders, and card payments.</summary>
    public IEnumerable<string> Subjects => Books.Orders.Select(o => o.OrderNo).Concat(Books.Cards.Payments.Select(p => "payment:" + p.TradeNo));

    public DateTimeOffset? StartOfProcess(int processId) => Instances.FirstOrDefault(i => i?.ProcessId == processId) is { IsDead: false } alive ? alive.StartedAt : null;

    public void SetCustomerPaid(string rule)
    {
        CustomerPaid = rule;
        Desk.Register.Write("UPDATE DeskSettings SET CustomerPaid = @a", rule);
    }

    public void Start(int index)
    {
        var skew = Instances[index]?.Clock.Skew ?? TimeSpan.Zero;
        Instances[index] = new Instance(index, this, Desk.Databases);
        Instances[index].Clock.Skew = skew;
    }

    /// <summary>Begins a use case or a round, and runs it to its first point.</summary>
    public Fibre Begin(string name, Instance home, Func<Task> work, int burst, int person = -1)
    {
        var fibre = new Fibre(fibres.Count, name, home) { Person = person };
        fibres.Add(fibre);
        Note(Trace is null ? null : $"{home.Index}: {name} begins", name, home.Index);
        Run(fibre, burst, () => _ = fibre.RunAsync(work));
        return fibre;
    }

    /// <summary>Lets a fibre go on from where it stands for so many points.</summary>
    public void Resume(Standing standing, int burst)
    {
        var fibre = standing.Fibre;
        Note(null, "go", (fibre.Number << 16) + standing.Number);
        Run(fibre, burst, () => fibre.GoOn(standing));
    }

    /// <summary>Every place from which a fibre could go on now.</summary>
    public IEnumerable<Standing> Runnable => fibres.SelectMany(f => f.Stands).Where(CanGoOn);

    public bool CanGoOn(Standing standing) => standing.At switch
    {
        Stand.Ready => true,
        Stand.Lock => writer is null,
        Stand.Wire => standing.On is Packet packet && (packet.Reply is not null || packet.IsGivenUp),
    };

    /// <summary>The power of one program is off: everything in it stops where it is.</summary>
    public void Kill(int index)
    {
        var instance = Instances[index];
        Note(Trace is null ? null : $"{index}: dies, with {string.Join(", ", fibres.Where(f => f.Home == instance && !f.IsEnded).Select(f => f.Name + " at " + f.Whereabouts))}", "kill", index);
        instance.Die();
        foreach (var fibre in fibres.Where(f => f.Home == instance && !f.IsEnded).ToList())
        {
            foreach (var packet in packets.Where(p => p.Sender == fibre))
            {
                packet.IsGivenUp = true;
            }

            fibre.Die();
            Desk.Reclaim(fibre);
            Unlock(fibre);
            planned = null;
        }

        Clock.Forget(owner => owner is Fibre { Home: Instance { IsDead: true } });
        Tally.Crashes++;
    }

    /// <summary>A point of the desk: it may be stopped here, meet a fault, or find that it is dead.</summary>
    public ValueTask PointAsync(Place place)
    {
        if (Current is not { } fibre)
        {
            return ValueTask.CompletedTask;
        }

        if (Environment.CurrentManagedThreadId != thread)
        {
            // What goes on in the pool runs beside the schedule, and otherwise each time.
            throw new InvalidOperationException("The desk went on outside the schedule's thread.");
        }

        Tally.Points++;
        ((Instance)fibre.Home).ThrowIfDead();
        if (planned is { } fault && fault.Place == place)
        {
            if (fault.After > 0)
            {
                planned = fault with { After = fault.After - 1 };
            }
            else
            {
                planned = null;
                Tally.Faults++;
                Note(Trace is null ? null : $"   the database fails at {place} with {fault.Code}", "db", fault.Code);
                throw new SqliteException(DealtFault, fault.Code);
            }
        }

        return runFor-- > 0 ? ValueTask.CompletedTask : new ValueTask(fibre.StandAsync(Stand.Ready));
    }

    /// <summary>Whether what ended a fibre is only what the schedule did to it.</summary>
    public static bool WasDealt(Exception fault) => (fault is DbUpdateException ? fault.InnerException : fault) is SqliteException { Message: DealtFault };

    /// <summary>Has the database fail at a place that the next fibre reaches.</summary>
    public void PlanFault(Place place, int after, int code) => planned = (place, after, code);

    /// <summary>What was planned and has not struck never will.</summary>
    public void CallOffFaults() => planned = null;

    /// <summary>A connection begins a transaction. A fibre may have several connections, and any of them waits for another one's end.</summary>
    public async ValueTask LockAsync(DbConnection connection)
    {
        if (Current is not { } fibre)
        {
            return;
        }

        if (writer is { } other && other.Connection != connection)
        {
            await fibre.StandAsync(Stand.Lock);
        }

        writer = (connection, fibre);
        (LockedAt, LockedSkew) = (Clock.Now, ((Instance)fibre.Home).Clock.Skew);
        Tally.Began();
    }

    public void Unlock(DbConnection connection)
    {
        if (writer is { } held && held.Connection == connection)
        {
            writer = null;
        }
    }

    public void Committing(DbTransaction transaction)
    {
        if (Current is not null)
        {
            Desk.BeforeCommit(transaction);
        }
    }

    public void Committed(DbConnection connection)
    {
        Unlock(connection);
        Tally.Committed();
        Commits++;
        if (Current is { } fibre)
        {
            Judge.Committed(fibre);
        }
    }

    /// <summary>A request leaves the house.</summary>
    /// <param name="id">AsiaBill's header; null for Atlas.</param>
    public Packet Leave(string path, string subject, string body, string? id, Fibre fibre)
    {
        var packet = new Packet(packets.Count, path, subject, body, id, fibre);
        packets.Add(packet);
        Tally.Calls++;
        Note(Trace is null ? null : $"   {fibre.Name} sends {path} {body}", path, packet.Number);
        if (packet.MovesMoney)
        {
            Judge.Sent(packet);
        }

        return packet;
    }

    /// <summary>The partner reads what is on its way, and answers as <paramref name="reply"/> makes of its answer.</summary>
    public void Arrive(Packet packet, Func<string, Reply?> reply)
    {
        packet.IsOver = true;
        var before = packet.MovesMoney ? Books.TakenFor(packet.Subject).Count : 0;
        var answer = Books.Answer(packet, Clock.Now);
        if (packet.MovesMoney)
        {
            Judge.Received(packet, before);
        }

        packet.Reply = reply(answer);
        Note(Trace is null ? null : $"   the partner reads {packet.Path} of {packet.Sender.Name}, says {answer.ReplaceLineEndings("")}, which arrives as {packet.Reply}", "read", packet.Number);
    }

    public void ArriveInPeace(Packet packet)
    {
        var fate = packet.MovesMoney ? NextSubmission : Fate.Answered;
        if (fate == Fate.NeverArrives)
        {
            packet.IsOver = true;
        }
        else
        {
            Arrive(packet, answer => fate == Fate.Answered ? new Reply(200, answer) : null);
        }

        NextSubmission = packet.MovesMoney ? Fate.Answered : NextSubmission;
    }

    /// <summary>The numbers that may end it.</summary>
    public ReadOnlySpan<int> EndingsOf(Submitted taken) => taken.TradeNo is null ? Books.Endings : Partner.Books.CardEndings;

    /// <summary>Somebody submits in the partner's portal.</summary>
    public void SubmitElsewhere(int step)
    {
        var isVoid = Line != Line.Refund || Dice.Chance(200, step, Purpose.Books, 20);
        string[] passengers = isVoid ? OrderBook.Passengers : [Dice.Pick<string>(OrderBook.Passengers, step, Purpose.Books, 21)];
        Books.SubmitElsewhere(Books.Of(Prologue.OrderNo), isVoid, passengers, Clock.Now);
        Note(Trace is null ? null : $"   somebody submits a {(isVoid ? "void" : "refund")} in the portal", "portal", 0);
    }

    public void Advance(TimeSpan by)
    {
        Note(Trace is null ? null : $"   {by} pass", "time", (int)by.TotalSeconds);
        Clock.AdvanceTo(Clock.Now + by, (owner, fire) =>
        {
            if (owner is Fibre { IsEnded: false } fibre && fibre.Home is Instance { IsDead: false })
            {
                Run(fibre, 3, fire);
            }
        });
    }

    public void Note(string? line, string what, int which)
    {
        unchecked
        {
            foreach (var letter in what)
            {
                Print = (Print ^ letter) * 1099511628211;
            }

            Print = (Print ^ (uint)which) * 1099511628211;
        }

        if (line is not null)
        {
            Trace?.Add($"{Step,4} {Clock.Now:HH:mm:ss} {line}");
        }
    }

    private void Unlock(Fibre fibre)
    {
        if (writer is { } held && held.Fibre == fibre)
        {
            writer = null;
        }
    }

    private void Run(Fibre fibre, int burst, Action action)
    {
        var before = Current;
        (Current, runFor) = (fibre, burst);
        action();
        if (fibre.IsEnded)
        {
            Unlock(fibre);
            planned = null;
            Judge.Ended(fibre);
        }

        Current = before;
    }
}
