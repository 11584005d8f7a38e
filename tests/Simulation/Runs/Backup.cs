using Simulation.Desks;

namespace Simulation.Runs;

/// <param name="HasCase">The case that the schedule is about was open, and no other had been before it.</param>
internal sealed record Backup(byte[] Image, DateTimeOffset TakenAt, IReadOnlyList<Person> Staff, bool HasCase);
