using BackOffice.Core.Access;
using BackOffice.Core.Values;

namespace Hostile;

/// <summary>Somebody with an account.</summary>
internal sealed record Person(string Name, string Email, Role? Role, Money? SendLimit = null)
{
    /// <summary>The same for all: nothing here depends on guessing it.</summary>
    public const string Password = "A-password-of-the-cast-1!";
}

/// <summary>Who attacks, who is attacked, and who just works.</summary>
internal static class Cast
{
    public static Person Roleless { get; } = new("Rolf Roleless", "roleless@desk.example", null);

    public static Person Auditor { get; } = new("Olga Auditor", "auditor@desk.example", Role.Auditor);

    /// <summary>An attacker without a limit of their own: may ask, may not send.</summary>
    public static Person Agent { get; } = new("Anton Agent", "agent@desk.example", Role.Agent);

    /// <summary>May send within the own limit, and presses three hundred times.</summary>
    public static Person Rapid { get; } = new("Rita Rapid", "rapid@desk.example", Role.Agent, new Money(500_00, "USD"));

    public static Person Colleague { get; } = new("Carla Colleague", "colleague@desk.example", Role.Agent);

    public static Person Honest { get; } = new("Hanna Honest", "honest@desk.example", Role.Agent);

    public static Person Supervisor { get; } = new("Sven Supervisor", "supervisor@desk.example", Role.Supervisor);

    /// <summary>Loses the role while the page with the last button of a yes is open.</summary>
    public static Person Demoted { get; } = new("Dora Demoted", "demoted@desk.example", Role.Supervisor);

    /// <summary>Loses the role while the pages of the house are open.</summary>
    public static Person Dismissed { get; } = new("Dirk Dismissed", "dismissed@desk.example", Role.Administrator);

    public static Person Victim { get; } = new("Vera Victim", "victim@desk.example", Role.Administrator);

    public static IReadOnlyList<Person> All { get; } = [Roleless, Auditor, Agent, Rapid, Colleague, Honest, Supervisor, Demoted, Dismissed, Victim];

    /// <summary>
    /// What each of those may do who are there during the attack. Two of them have lost their roles before it begins; a line of anybody who is not
    /// there was written by somebody else in their name.
    /// </summary>
    public static IReadOnlyDictionary<Person, IReadOnlySet<Permission>> RightsDuringAttack { get; } = new Dictionary<Person, IReadOnlySet<Permission>>
    {
        [Roleless] = RightsOf(Roleless),
        [Auditor] = RightsOf(Auditor),
        [Agent] = RightsOf(Agent),
        [Honest] = RightsOf(Honest),
        [Victim] = RightsOf(Victim),
        [Demoted] = new HashSet<Permission>(),
        [Dismissed] = new HashSet<Permission>(),
    };

    private static IReadOnlySet<Permission> RightsOf(Person person) => person.Role is { } role ? Roles.PermissionsOf(role) : new HashSet<Permission>();
}
