namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>LegsText.resx</c>: both legs of the money, and the customer's own steps.</summary>
public sealed class LegsText;
