namespace BackOffice.Core.Access;

/// <summary>The verbs of the house. Code asks for these; roles are only sets of them.</summary>
public enum Permission
{
    LookUpOrders,
    ViewCases,
    WorkCases,
    AddNotes,
    SendWithinLimit,
    TakeOverCases,
    ViewApprovals,
    DecideApprovals,
    ViewUnknown,
    DecideUnknown,
    ViewReports,
    ExportCases,
    SeePersonalData,
    ViewAudit,
    ViewHealth,
    ManageStaff,
    ManageSettings,
}
