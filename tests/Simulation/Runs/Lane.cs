using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Simulation.Desks;
using Simulation.Engine;

namespace Simulation.Runs;

/// <summary>What one thread keeps from schedule to schedule: the database file, the way into it, and its figures.</summary>
internal sealed class Lane : IDisposable
{
    private readonly Points points = new();
    private readonly ServiceProvider services;
    private readonly DeskFile file = new();
    private readonly Sessions sessions;
    private readonly List<byte[]> unsynced = [];

    /// <param name="stages">Where schedules begin, by name; shared by the lanes that are given the same.</param>
    public Lane(ConcurrentDictionary<string, Stage>? stages = null)
    {
        Stages = stages ?? new ConcurrentDictionary<string, Stage>(StringComparer.Ordinal);
        var collection = new ServiceCollection();
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        collection.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        collection.AddBackOfficeData(_ => file.ConnectionString);
        collection.AddSingleton<TimeProvider>(TimeProvider.System);
        collection.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(points.All).EnableThreadSafetyChecks(false));
        services = collection.BuildServiceProvider();
        sessions = new Sessions(file.ConnectionString) { Holder = () => points.World?.Current };
        points.Connect = sessions.Connect;
        Databases = new Contexts(services.GetRequiredService<IDbContextFactory<BackOfficeDb>>());
        Empty = Prepare();
        Register = new Register(file.ConnectionString);
        Shape = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Register.Rows("SELECT COALESCE(sql, name) FROM sqlite_master ORDER BY name").Select(r => (string)r[0]!)))));
    }

    public IDbContextFactory<BackOfficeDb> Databases { get; }

    public Register Register { get; }

    public StatementLog Statements => sessions.Log;

    public Tally Tally { get; private set; } = new();

    /// <summary>The newest shape, the staff and the rules, and nothing else.</summary>
    public byte[] Empty { get; }

    public ConcurrentDictionary<string, Stage> Stages { get; }

    /// <summary>A name for the tables and indexes of the lane's database: a place made in another shape is another place.</summary>
    public string Shape { get; }

    public void Enter(World? world)
    {
        points.World = world;
        unsynced.Clear();
    }

    public byte[] Capture() => file.Capture();

    public void Put(byte[] image)
    {
        Statements.Add(image);
        file.Put(image);
    }

    /// <summary>What a fibre of a program that died had open.</summary>
    public void Reclaim(Fibre fibre) => sessions.Reclaim(fibre);

    /// <summary>Keeps what stood before a commit that the engine was not told to write through to the disk.</summary>
    public void BeforeCommit(DbTransaction transaction)
    {
        if (!((LentConnection)transaction.Connection!).Session.IsSynced)
        {
            unsynced.Add(file.Capture());
        }
    }

    /// <summary>The machine's power fails: what was not written through may be gone.</summary>
    public bool LosePower(int commits)
    {
        if (unsynced.Count == 0)
        {
            return false;
        }

        file.Put(unsynced[Math.Max(0, unsynced.Count - commits)]);
        unsynced.Clear();
        return true;
    }

    /// <summary>Gives the engine the statements that were written down once more.</summary>
    public void Replay() => Statements.Replay(file.ConnectionString, file.Put);

    /// <summary>The figures since the last time, and a clean sheet.</summary>
    public Tally TakeTally()
    {
        var taken = Tally;
        Tally = new Tally();
        return taken;
    }

    public void Dispose()
    {
        Register.Dispose();
        services.Dispose();
        sessions.Dispose();
        file.Dispose();
    }

    private byte[] Prepare()
    {
        DataModule.MigrateAsync(services, CancellationToken.None).GetAwaiter().GetResult();
        using var db = Databases.CreateDbContext();
        foreach (var person in People.Hire())
        {
            db.Add(new StaffUser
            {
                Id = person.Actor.Id, DisplayName = person.Actor.Name, UserName = person.Actor.Name, NormalizedUserName = person.Actor.Name.ToUpperInvariant(),
                SendLimit = People.Dollars(person.SendLimit), ApprovalLimit = People.Dollars(person.ApprovalLimit),
            });
            db.Add(new IdentityUserRole<Guid> { UserId = person.Actor.Id, RoleId = Roles.IdOf(person.Role) });
        }

        db.Set<ApprovalRule>().Where(r => r.Currency == "USD").ExecuteDelete();
        db.Add(new ApprovalRule { Currency = "USD", FreeUpToMinor = People.FreeUpTo, SecondFromMinor = People.SecondFrom });
        db.SaveChanges();
        return file.Capture();
    }
}
