namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>HealthText.resx</c>.</summary>
public sealed class HealthText;
