namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>ShellText.resx</c>.</summary>
public sealed class ShellText;
