using BackOffice.Core.Access;

namespace Unit.Access;

public sealed class RolesTests
{
    /// <summary>Who holds what: a(gent), s(upervisor), f(inance's auditor), x (administrator).</summary>
    [Theory]
    [InlineData(Permission.LookUpOrders, "as")]
    [InlineData(Permission.ViewCases, "asf")]
    [InlineData(Permission.WorkCases, "as")]
    [InlineData(Permission.AddNotes, "as")]
    [InlineData(Permission.SendWithinLimit, "as")]
    [InlineData(Permission.TakeOverCases, "s")]
    [InlineData(Permission.ViewApprovals, "asf")]
    [InlineData(Permission.DecideApprovals, "s")]
    [InlineData(Permission.ViewUnknown, "asf")]
    [InlineData(Permission.DecideUnknown, "s")]
    [InlineData(Permission.ViewReports, "sf")]
    [InlineData(Permission.ExportCases, "sf")]
    [InlineData(Permission.SeePersonalData, "s")]
    [InlineData(Permission.ViewAudit, "fx")]
    [InlineData(Permission.ViewHealth, "x")]
    [InlineData(Permission.ManageStaff, "x")]
    [InlineData(Permission.ManageSettings, "x")]
    public void Permission_IsHeldByItsRoles(Permission permission, string holders) =>
        Assert.Equal(holders, string.Concat(Roles.All.Where(r => Roles.PermissionsOf(r).Contains(permission)).Select(r => r switch { Role.Agent => 'a', Role.Supervisor => 's', Role.Auditor => 'f', _ => 'x' })));

    [Fact]
    public void Table_OfPermissions_LeavesNoneOut() => Assert.Equal(17, Enum.GetValues<Permission>().Length);

    /// <summary>Whoever sees to people and settings moves no money, unless given a second role.</summary>
    [Fact]
    public void Administrator_AloneAndWithASecondRole_MovesMoneyOnlyWithTheSecond() =>
        Assert.Equal(
            (false, true),
            (Roles.PermissionsOf([Role.Administrator]).Contains(Permission.WorkCases), Roles.PermissionsOf([Role.Administrator, Role.Agent]).Contains(Permission.WorkCases)));

    /// <summary>Stored names and keys: the same in every database, for ever.</summary>
    [Fact]
    public void NamesAndKeys_OfRoles_AreStable() =>
        Assert.Equal(
            [
                "agent 3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0001", "supervisor 3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0002",
                "auditor 3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0003", "administrator 3d0f6a52-6f0e-4d8e-9c64-0c5a3a1f0004",
            ],
            Roles.All.Select(r => Roles.NameOf(r) + " " + Roles.IdOf(r)));

    [Theory]
    [InlineData("agent", Role.Agent)]
    [InlineData("Agent", null)]
    [InlineData("owner", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Named_ReadsTheStoredName(string? name, Role? expected) => Assert.Equal(expected, Roles.Named(name));

    [Fact]
    public void May_OfADisabledPerson_IsAlwaysNo() =>
        Assert.False(new StaffRights(Guid.NewGuid(), "Anna", false, Roles.PermissionsOf(Roles.All), null, null).May(Permission.ViewCases));
}
