using System.Data.Common;
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
    private readonly List<Fibre> fibres = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private int runFor;

    public World(Lane lane)
    {
        (Desk, Network) = (lane, new Network(this));
    }

    /// <summary>What the thread lends to each of its schedules.</summary>
    public Lane Desk { get; }

    public SimClock Clock { get; } = new();

    public Network Network { get; }

    public WriteLock WriteLock { get; } = new();

    public DatabaseFaults Faults { get; } = new();

    /// <summary>Before the chaos and after it: every call is answered at once, and nothing stops between two statements.</summary>
    public bool IsCalm { get; set; } = true;

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
        Stand.Lock => !WriteLock.IsHeld,
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
            Network.GiveUp(fibre);
            fibre.Die();
            Desk.Reclaim(fibre);
            WriteLock.Give(fibre);
            Faults.CallOff();
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
            // What goes on in the pool runs beside the schedule: no two runs would be alike.
            throw new InvalidOperationException("The desk went on outside the schedule's thread.");
        }

        Tally.Points++;
        ((Instance)fibre.Home).ThrowIfDead();
        if (Faults.StruckAt(place) is { } fault)
        {
            Tally.Faults++;
            Note(Trace is null ? null : $"   the database fails at {place} with {fault.SqliteErrorCode}", "db", fault.SqliteErrorCode);
            throw fault;
        }

        return runFor-- > 0 ? ValueTask.CompletedTask : new ValueTask(fibre.StandAsync(Stand.Ready));
    }

    /// <summary>A connection begins a transaction.</summary>
    public async ValueTask LockAsync(DbConnection connection)
    {
        if (Current is { } fibre)
        {
            await WriteLock.TakeAsync(connection, fibre, () => (Clock.Now, ((Instance)fibre.Home).Clock.Skew));
            Tally.Began();
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
        WriteLock.Give(connection);
        Tally.Committed();
        Commits++;
        if (Current is { } fibre)
        {
            Judge.Committed(fibre);
        }
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

    private void Run(Fibre fibre, int burst, Action action)
    {
        var before = Current;
        (Current, runFor) = (fibre, burst);
        action();
        if (fibre.IsEnded)
        {
            WriteLock.Give(fibre);
            Faults.CallOff();
            Judge.Ended(fibre);
        }

        Current = before;
    }
}
