namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>ReportsText.resx</c>.</summary>
public sealed class ReportsText;
