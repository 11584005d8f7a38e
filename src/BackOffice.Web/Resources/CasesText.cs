namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>CasesText.resx</c>.</summary>
public sealed class CasesText;
