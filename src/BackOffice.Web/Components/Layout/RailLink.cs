using BackOffice.Core.Access;

namespace BackOffice.Web.Components.Layout;

/// <summary>One way of the rail: where it leads, and the permission without which it is not shown.</summary>
public sealed record RailLink(string Key, string Address, string Icon, Permission? Needs)
{
    public static RailLink Stage { get; } = new("Rehearsal", "/rehearsal", "stage", null);

    public static IReadOnlyList<RailLink> Desk { get; } =
    [
        new("Line", "/", "line", Permission.ViewCases),
        new("Orders", "/orders", "ticket", Permission.LookUpOrders),
        new("Cases", "/cases", "case", Permission.ViewCases),
        new("Approvals", "/approvals", "approve", Permission.ViewApprovals),
        new("Unknown", "/unknown", "unknown", Permission.ViewUnknown),
        new("Reports", "/reports/voids", "chart", Permission.ViewReports),
    ];

    public static IReadOnlyList<RailLink> House { get; } =
    [
        new("Staff", "/staff", "people", Permission.ManageStaff),
        new("Settings", "/settings", "settings", Permission.ManageSettings),
        new("Audit", "/audit", "trail", Permission.ViewAudit),
        new("Health", "/health", "health", Permission.ViewHealth),
        Stage,
    ];

    /// <summary>Where a person with these roles begins: the first way that is open to them.</summary>
    public static string StartOf(IEnumerable<Role> roles)
    {
        var verbs = Roles.PermissionsOf(roles);
        return Desk.Concat(House).FirstOrDefault(link => link.Needs is { } needed && verbs.Contains(needed))?.Address ?? "/account";
    }
}
