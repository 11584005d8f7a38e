namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>AuditText.resx</c>.</summary>
public sealed class AuditText;
