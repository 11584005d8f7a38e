namespace Simulation.Desks;

/// <summary>The connections of one thread, and who of the desk has which.</summary>
internal sealed class Sessions(string connectionString) : IDisposable
{
    private readonly Stack<Session> idle = [];
    private readonly Dictionary<LentConnection, object?> holders = [];

    /// <summary>Who runs now.</summary>
    public Func<object?> Holder { get; set; } = () => null;

    /// <summary>Set while the statements are written down.</summary>
    public StatementLog Log { get; } = new();

    public LentConnection Connect() => new(connectionString, this);

    public Session Lend(LentConnection connection)
    {
        holders.Add(connection, Holder());
        return idle.TryPop(out var waiting) ? waiting : new Session(connectionString, Log);
    }

    public void GiveBack(LentConnection connection, Session session)
    {
        holders.Remove(connection);
        session.Leave();
        idle.Push(session);
    }

    /// <summary>Its program is dead: what it had open is closed, as the system does for a process that was killed.</summary>
    public void Reclaim(object holder)
    {
        foreach (var (connection, _) in holders.Where(h => ReferenceEquals(h.Value, holder)).ToList())
        {
            connection.Close();
        }
    }

    public void Dispose()
    {
        foreach (var connection in holders.Keys.ToList())
        {
            connection.Close();
        }

        foreach (var session in idle)
        {
            session.Dispose();
        }
    }
}
