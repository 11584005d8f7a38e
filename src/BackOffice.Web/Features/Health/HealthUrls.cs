namespace BackOffice.Web.Features.Health;

/// <summary>The addresses of this feature.</summary>
public static class HealthUrls
{
    public const string Page = "/health";
}
