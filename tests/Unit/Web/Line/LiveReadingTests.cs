using BackOffice.Core.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Testing;

namespace Unit.Web.Line;

public sealed class LiveReadingTests
{
    private readonly CaseChanges changes = new(NullLogger<CaseChanges>.Instance);
    private readonly TestClock clock = new();

    [Fact]
    public async Task Change_OfACase_IsReadAgain()
    {
        var read = new Reads();
        using var reading = Start(read);

        changes.Notify([1]);

        await read.HappenedAsync(1);
    }

    [Fact]
    public async Task Changes_DuringAReading_BecomeOneMore()
    {
        var read = new Reads();
        using var reading = Start(read);
        using (read.Hold())
        {
            changes.Notify([1]);
            await read.HappenedAsync(1);
            changes.Notify([2]);
            changes.Notify([3]);
        }

        await reading.Settled;
        Assert.Equal(2, read.Count);
    }

    [Fact]
    public async Task Alarm_AtItsInstant_IsReadAgain()
    {
        var read = new Reads();
        using var reading = Start(read);
        reading.WakeAt(clock.GetUtcNow() + TimeSpan.FromMinutes(5));

        clock.Advance(TimeSpan.FromMinutes(4));
        await reading.Settled;
        Assert.Equal(0, read.Count);
        clock.Advance(TimeSpan.FromMinutes(2));
        await reading.Settled;

        Assert.Equal(1, read.Count);
    }

    [Fact]
    public async Task Change_OfACase_IsNothingToAReadingByTime()
    {
        var read = new Reads();
        using var reading = Readings().StartByTime(read.ReadAsync);
        reading.WakeAt(clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        using (read.Hold())
        {
            clock.Advance(TimeSpan.FromMinutes(6));
            await read.HappenedAsync(1);
            changes.Notify([1]);
        }

        await reading.Settled;
        Assert.Equal(1, read.Count);
    }

    [Fact]
    public async Task Change_AfterTheEnd_IsNotRead()
    {
        var read = new Reads();
        var reading = Start(read);
        reading.WakeAt(clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        reading.Dispose();

        changes.Notify([1]);
        clock.Advance(TimeSpan.FromHours(1));
        reading.Ask();

        await reading.Settled;
        Assert.Equal(0, read.Count);
    }

    /// <summary>What stands on the screen stays; that it is old is known until it is read again.</summary>
    [Fact]
    public async Task Fault_OfAReading_EndsNothing_AndIsKnownUntilTheNextGoodOne()
    {
        var isBroken = true;
        var readings = Readings();
        var news = 0;
        readings.Changed += () => Interlocked.Increment(ref news);
        using var reading = readings.Start(() => Volatile.Read(ref isBroken) ? throw new InvalidOperationException("Broken.") : Task.CompletedTask);

        changes.Notify([1]);
        await reading.Settled;
        changes.Notify([1]);
        await reading.Settled;
        var after = (readings.IsStale, Volatile.Read(ref news));
        Volatile.Write(ref isBroken, false);
        changes.Notify([1]);
        await reading.Settled;

        Assert.Equal((true, 1), after);
        Assert.Equal((false, 2), (readings.IsStale, Volatile.Read(ref news)));
    }

    [Fact]
    public async Task ReadAgain_OfWhatFailed_ReadsIt_AndNothingElse()
    {
        var isBroken = true;
        var (well, count) = (new Reads(), 0);
        var readings = Readings();
        using var other = readings.StartByTime(well.ReadAsync);
        using var reading = readings.Start(() =>
        {
            Interlocked.Increment(ref count);
            return Volatile.Read(ref isBroken) ? throw new InvalidOperationException("Broken.") : Task.CompletedTask;
        });
        reading.Ask();
        await reading.Settled;

        Volatile.Write(ref isBroken, false);
        await readings.ReadAgainAsync();
        await readings.ReadAgainAsync();

        Assert.Equal((false, 2, 0), (readings.IsStale, Volatile.Read(ref count), well.Count));
    }

    /// <summary>Also where the screen is left while it is being read: nobody could have it read again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fault_OfAScreenThatIsLeft_IsNobodysMatter(bool isLeftBefore)
    {
        var read = new Reads();
        var readings = Readings();
        var reading = readings.Start(async () =>
        {
            await read.ReadAsync();
            throw new InvalidOperationException("Broken.");
        });
        using (read.Hold())
        {
            reading.Ask();
            await read.HappenedAsync(1);
            if (isLeftBefore)
            {
                reading.Dispose();
            }
        }

        await reading.Settled;
        var before = readings.IsStale;
        reading.Dispose();

        Assert.Equal((!isLeftBefore, false), (before, readings.IsStale));
    }

    [Fact]
    public async Task Fault_OfAQuietReading_IsLoggedAlone()
    {
        var lines = new LogLines();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(lines));
        var readings = new LiveReadings(changes, new NoRehearsal(), clock, factory.CreateLogger<LiveReadings>());
        using var reading = readings.StartQuietly(() => throw new InvalidOperationException("Broken."));

        reading.Ask();
        await reading.Settled;

        Assert.False(readings.IsStale);
        Assert.StartsWith("A screen could not be read again", Assert.Single(lines.All), StringComparison.Ordinal);
    }

    /// <summary>For what was just done on the screen: what was read before it does not show it.</summary>
    [Fact]
    public async Task ReadAgain_WhileSomethingOlderIsRead_WaitsForTheNextOne()
    {
        var read = new Reads();
        using var reading = Start(read);
        Task again;
        using (read.Hold())
        {
            reading.Ask();
            await read.HappenedAsync(1);
            again = reading.ReadAgainAsync();
        }

        await again;

        Assert.Equal(2, read.Count);
    }

    /// <summary>On a machine where a commit follows the other, whoever has just clicked would wait for the last of them.</summary>
    [Fact]
    public async Task ReadAgain_WhileOthersGoOnAsking_WaitsForOneReadingAlone()
    {
        var isAsking = true;
        LiveReading reading = null!;
        using var endless = reading = Readings().Start(() =>
        {
            if (Volatile.Read(ref isAsking))
            {
                reading.Ask();
            }

            return Task.CompletedTask;
        });

        await reading.ReadAgainAsync().WaitAsync(TimeSpan.FromSeconds(10));
        var hasSettled = reading.Settled.IsCompleted;
        Volatile.Write(ref isAsking, false);
        await reading.Settled;

        Assert.False(hasSettled);
    }

    [Fact]
    public async Task ReadAgain_OfAScreenThatIsLeft_WaitsForNothing()
    {
        var read = new Reads();
        var reading = Start(read);
        Task again;
        using (read.Hold())
        {
            reading.Ask();
            await read.HappenedAsync(1);
            again = reading.ReadAgainAsync();
            reading.Dispose();
        }

        await again;
        await reading.ReadAgainAsync();

        Assert.Equal(1, read.Count);
    }

    private LiveReadings Readings() => new(changes, new NoRehearsal(), clock, NullLogger<LiveReadings>.Instance);

    private LiveReading Start(Reads read) => Readings().Start(read.ReadAsync);

    /// <summary>Counts readings, lets a test wait for one, and holds one until it is let go.</summary>
    private sealed class Reads
    {
        private readonly SemaphoreSlim happened = new(0);
        private readonly SemaphoreSlim door = new(1);
        private int count;
        private int awaited;

        public int Count => Volatile.Read(ref count);

        public async Task ReadAsync()
        {
            Interlocked.Increment(ref count);
            happened.Release();
            await door.WaitAsync();
            door.Release();
        }

        public async Task HappenedAsync(int times)
        {
            for (; awaited < times; awaited++)
            {
                Assert.True(await happened.WaitAsync(TimeSpan.FromSeconds(10)));
            }
        }

        public IDisposable Hold()
        {
            door.Wait();
            return new Release(door);
        }

        private sealed class Release(SemaphoreSlim door) : IDisposable
        {
            public void Dispose() => door.Release();
        }
    }
}
