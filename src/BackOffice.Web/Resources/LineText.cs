namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>LineText.resx</c>.</summary>
public sealed class LineText;
