namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>SettingsText.resx</c>.</summary>
public sealed class SettingsText;
