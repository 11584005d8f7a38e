namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>ApprovalsText.resx</c>.</summary>
public sealed class ApprovalsText;
