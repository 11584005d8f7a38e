using BackOffice.Core.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
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
        using var reading = new LiveReadings(changes, new NoRehearsal(), clock).StartByTime(read.ReadAsync, _ => Task.CompletedTask);
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

    [Fact]
    public async Task Fault_OfAReading_IsHandedOverAndEndsNothing()
    {
        var faults = new List<Exception>();
        var read = new Reads();
        using var reading = new LiveReadings(changes, new NoRehearsal(), clock).Start(
            async () =>
            {
                await read.ReadAsync();
                throw new InvalidOperationException("Broken.");
            },
            fault =>
            {
                lock (faults)
                {
                    faults.Add(fault);
                }

                return Task.CompletedTask;
            });

        changes.Notify([1]);
        await read.HappenedAsync(1);
        changes.Notify([1]);
        await read.HappenedAsync(2);

        lock (faults)
        {
            Assert.IsType<InvalidOperationException>(faults[0]);
        }
    }

    private LiveReading Start(Reads read) => new LiveReadings(changes, new NoRehearsal(), clock).Start(read.ReadAsync, _ => Task.CompletedTask);

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
