namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>StaffText.resx</c>.</summary>
public sealed class StaffText;
