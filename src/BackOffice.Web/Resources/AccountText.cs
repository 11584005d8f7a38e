namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>AccountText.resx</c>.</summary>
public sealed class AccountText;
