namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>RehearsalText.resx</c>.</summary>
public sealed class RehearsalText;
