using Simulation.Desks;

namespace Simulation.Runs;

/// <param name="Cases">How many there were.</param>
internal sealed record Backup(byte[] Image, DateTimeOffset TakenAt, IReadOnlyList<Person> Staff, long Cases);
