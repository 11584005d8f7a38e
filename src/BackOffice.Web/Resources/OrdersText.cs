namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>OrdersText.resx</c>.</summary>
public sealed class OrdersText;
