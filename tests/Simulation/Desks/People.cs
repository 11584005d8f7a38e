using BackOffice.Core.Access;
using BackOffice.Core.Values;

namespace Simulation.Desks;

/// <summary>A person as the office has them now; the schedule's own record, kept beside the database.</summary>
internal sealed class Person(int number, Guid id, string name, Role role, long? sendLimit, long? approvalLimit)
{
    public int Number { get; } = number;

    public Actor Actor { get; } = new(id, name);

    /// <summary>What the person was hired as.</summary>
    public Role Role { get; } = role;

    public long? SendLimit { get; } = sendLimit;

    public long? ApprovalLimit { get; set; } = approvalLimit;

    /// <summary>False while the role is taken away.</summary>
    public bool HasRole { get; set; } = true;

    public bool IsActive { get; set; } = true;

    public bool MayWork => IsActive && HasRole && Role is (Role.Agent or Role.Supervisor);

    public bool MayDecide => IsActive && HasRole && Role == Role.Supervisor;

    public Person Copy() => new(Number, Actor.Id, Actor.Name, Role, SendLimit, ApprovalLimit) { HasRole = HasRole, IsActive = IsActive };
}

/// <summary>The staff of every schedule: two agents, three supervisors, one of them limited, and a reader of reports.</summary>
internal static class People
{
    /// <summary>Up to here an agent with a limit sends alone; from the second on two must agree.</summary>
    public const long FreeUpTo = 20_000;

    public const long SecondFrom = 100_000;

    public static Person[] Hire() =>
    [
        One(0, "Agent A", Role.Agent, 20_000, null),
        One(1, "Agent B", Role.Agent, null, null),
        One(2, "Supervisor C", Role.Supervisor, 20_000, null),
        One(3, "Supervisor D", Role.Supervisor, null, null),
        One(4, "Supervisor E", Role.Supervisor, null, 60_000),
        One(5, "Auditor F", Role.Auditor, null, null),
    ];

    public static Money? Dollars(long? minor) => minor is { } amount ? new Money(amount, "USD") : null;

    private static Person One(int number, string name, Role role, long? sendLimit, long? approvalLimit) =>
        new(number, new Guid(0x5100, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(number + 1)), name, role, sendLimit, approvalLimit);
}
