using System.Globalization;

namespace BackOffice.Web.Features.Cases;

/// <summary>The addresses of this feature.</summary>
public static class CaseUrls
{
    public const string List = "/cases";

    public static string Case(string number) => "/cases/" + Uri.EscapeDataString(number);

    public static string Step(string number, CaseStep step) => Case(number) + "?step=" + CaseSteps.TextOf(step);

    public static string Approval(long id) => "/approvals/" + id.ToString(CultureInfo.InvariantCulture);
}
