namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>RefusalText.resx</c>.</summary>
public sealed class RefusalText;
