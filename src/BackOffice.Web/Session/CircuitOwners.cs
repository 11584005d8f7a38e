using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace BackOffice.Web.Session;

/// <summary>Whose circuits there are. Secrets are kept as hashes, for as long as the framework could bring their circuit back.</summary>
internal sealed class CircuitOwners(TimeProvider clock)
{
    /// <summary>As many open pages as nobody works with, and as few as one person may cost the machine.</summary>
    public const int MostForOne = 50;

    /// <summary>The framework keeps the state of a circuit that lost its browser for two hours.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(3);

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Owned> circuits = new(StringComparer.Ordinal);

    /// <summary>One more connection of a person; false where there are enough.</summary>
    public bool TryEnter(string person)
    {
        lock (gate)
        {
            var open = connections.GetValueOrDefault(person);
            if (open >= MostForOne)
            {
                return false;
            }

            connections[person] = open + 1;
            return true;
        }
    }

    public void Leave(string person, string connection)
    {
        lock (gate)
        {
            if (connections.GetValueOrDefault(person) is var open and > 1)
            {
                connections[person] = open - 1;
            }
            else
            {
                connections.Remove(person);
            }
        }

        var now = clock.GetUtcNow();
        foreach (var (secret, owned) in circuits)
        {
            if (owned.Connection == connection)
            {
                circuits.TryUpdate(secret, owned with { Connection = null, LeftAt = now }, owned);
            }
            else if (owned.Connection is null && now - owned.LeftAt > Kept)
            {
                circuits.TryRemove(new KeyValuePair<string, Owned>(secret, owned));
            }
        }
    }

    public void Own(string secret, string person, string session, string connection) =>
        circuits[KeyOf(secret)] = new Owned(person, session, connection, LeftAt: default);

    /// <summary>False also for a circuit that nobody is known to have: its page is loaded anew.</summary>
    public bool IsOwn(string? secret, string person, string session) =>
        secret is not null && circuits.TryGetValue(KeyOf(secret), out var owned) && owned.Person == person && owned.Session == session;

    private static string KeyOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record Owned(string Person, string Session, string? Connection, DateTimeOffset LeftAt);
}
