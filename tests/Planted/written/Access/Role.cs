namespace BackOffice.Core.Access;

public enum Role
{
    Agent,
    Supervisor,
    Auditor,
    Administrator,
}

/// <summary>Which verbs a role holds. The only place in the code that knows both.</summary>
public static class Roles
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The stored name; also the name of Identity's role.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Agent => "agent",
        Role.Supervisor => "supervisor",
        Role.Auditor => "auditor",
        Role.Administrator => "administrator",
    };

    /// <summary>The key of Identity's role, the same in every database.</summary>
    public static Guid IdOf(Role role) => role switch
    {
        Role.Agent => new Guid("3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0001"),
        Role.Supervisor => new Guid("3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0002"),
        Role.Auditor => new Guid("3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0003"),
        Role.Administrator => new Guid("3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0004"),
    };

    public static Role? Named(string? name) => All.Cast<Role?>().FirstOrDefault(r => NameOf(r!.Value) == name);

    public static IReadOnlySet<Permission> PermissionsOf(Role role) => role switch
    {
        Role.Agent => AgentVerbs,
        Role.Supervisor => SupervisorVerbs,
        Role.Auditor => AuditorVerbs,
        Role.Administrator => AdministratorVerbs,
    };

    public static IReadOnlySet<Permission> PermissionsOf(IEnumerable<Role> roles) => roles.SelectMany(PermissionsOf).ToHashSet();

    private static readonly HashSet<Permission> AgentVerbs =
    [
        Permission.LookUpOrders, Permission.ViewCases, Permission.WorkCases, Permission.AddNotes, Permission.SendWithinLimit,
        Permission.ViewApprovals, Permission.ViewUnknown,
    ];

    private static readonly HashSet<Permission> SupervisorVerbs =
    [
        .. AgentVerbs, Permission.TakeOverCases, Permission.DecideApprovals, Permission.DecideUnknown, Permission.ViewReports,
        Permission.ExportCases, Permission.SeePersonalData,
    ];

    private static readonly HashSet<Permission> AuditorVerbs =
    [
        Permission.ViewCases, Permission.ViewApprovals, Permission.ViewUnknown, Permission.ViewReports, Permission.ExportCases, Permission.ViewAudit,
    ];

    private static readonly HashSet<Permission> AdministratorVerbs =
    [
        Permission.ManageStaff, Permission.ManageSettings, Permission.ViewAudit, Permission.ViewHealth,
    ];
}
