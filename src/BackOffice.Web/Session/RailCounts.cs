using BackOffice.Core.Approvals;

namespace BackOffice.Web.Session;

/// <summary>The numbers beside the rail's links and in the top bar. Null means not known, or not this person's business: nothing is drawn.</summary>
public sealed class RailCounts(ReadCounts read, CurrentActor current, LiveReadings readings, CircuitLife life) : IDisposable
{
    private LiveReading? reading;

    public event Action? Changed;

    public DeskCounts? Now { get; private set; }

    /// <summary>Has them read, and again after commits and at the moment when time alone changes a number, until the circuit ends. Waits for nothing.</summary>
    public void Start()
    {
        if (reading is null)
        {
            // Numbers that could not be read stay as they were, the first ones too: a busy database must not end the page for a number beside it.
            reading = readings.StartQuietly(ReadAsync);
            reading.Ask();
        }
    }

    public void Dispose() => reading?.Dispose();

    private async Task ReadAsync()
    {
        var outcome = await read.ExecuteAsync(await current.GetAsync(), life.Token);
        var found = outcome.IsDone(out var counts, out _) ? counts : null;
        reading?.WakeAt(found?.NextTurn);
        if (found != Now)
        {
            Now = found;
            Changed?.Invoke();
        }
    }
}
