namespace BackOffice.Web.Resources;

/// <summary>Marks the texts of <c>TimelineText.resx</c>.</summary>
public sealed class TimelineText;
