namespace BackOffice.Web.Features.Reports;

/// <summary>The addresses of this feature.</summary>
public static class ReportUrls
{
    public const string Voids = "/reports/voids";

    public const string File = "/export/void-cases.csv";
}
