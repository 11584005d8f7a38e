namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>SharedText.resx</c>.</summary>
public sealed class SharedText;
