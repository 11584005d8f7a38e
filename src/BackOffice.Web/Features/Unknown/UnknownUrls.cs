namespace BackOffice.Web.Features.Unknown;

/// <summary>The addresses of this feature.</summary>
public static class UnknownUrls
{
    public const string List = "/unknown";

    /// <summary>The list, at the card of one case.</summary>
    public static string Case(string number) => List + "#" + number;
}
