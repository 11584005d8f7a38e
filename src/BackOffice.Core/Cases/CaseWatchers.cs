namespace BackOffice.Core.Cases;

/// <summary>Who has a case open at this moment, in this process.</summary>
public sealed class CaseWatchers(CaseChanges changes)
{
    private readonly Lock gate = new();
    private readonly List<Watch> watches = [];

    /// <summary>Until disposed, the person counts as looking at the case.</summary>
    public IDisposable Enter(long caseId, Guid personId, string name)
    {
        var watch = new Watch(this, caseId, personId, name);
        lock (gate)
        {
            watches.Add(watch);
        }

        changes.Notify([caseId]);
        return watch;
    }

    /// <summary>Names of the others who are looking, each once.</summary>
    public IReadOnlyList<string> Others(long caseId, Guid me)
    {
        lock (gate)
        {
            return [.. watches.Where(w => w.CaseId == caseId && w.PersonId != me).DistinctBy(w => w.PersonId).Select(w => w.Name)];
        }
    }

    private void Leave(Watch watch)
    {
        lock (gate)
        {
            watches.Remove(watch);
        }

        changes.Notify([watch.CaseId]);
    }

    /// <summary>Each is only itself: two tabs of one person are two.</summary>
    private sealed class Watch(CaseWatchers owner, long caseId, Guid personId, string name) : IDisposable
    {
        public long CaseId { get; } = caseId;
        public Guid PersonId { get; } = personId;
        public string Name { get; } = name;

        public void Dispose() => owner.Leave(this);
    }
}
