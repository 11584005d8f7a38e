namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>UnknownText.resx</c>.</summary>
public sealed class UnknownText;
