namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>CompareText.resx</c>: comparing, what the customer is told, and promises.</summary>
public sealed class CompareText;
