using System.Globalization;
using BackOffice.Core.Export;
using BackOffice.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Reports;

/// <summary>Cases over time by how they ended: bars drawn once on the server, and the same figures as a table.</summary>
public sealed partial class VoidBars
{
    private BarsDrawing drawing = BarsDrawing.Of([]);

    [Parameter, EditorRequired]
    public required IReadOnlyList<ReportBar> Bars { get; set; }

    [Parameter, EditorRequired]
    public ReportStep Step { get; set; }

    [Inject]
    public required IStringLocalizer<ReportsText> L { get; init; }

    protected override void OnParametersSet() => drawing = BarsDrawing.Of(Bars);

    /// <summary>Written by hand: in markup, this element's name belongs to Razor.</summary>
    private static RenderFragment Axis(string x, double y, string anchor, string words) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", "axis");
        builder.AddAttribute(2, "x", x);
        builder.AddAttribute(3, "y", Px(y));
        builder.AddAttribute(4, "text-anchor", anchor);
        builder.AddContent(5, words);
        builder.CloseElement();
    };

    private string Words(ReportBar bar) => L["Bars.Words", Long(bar.From), bar.Count, bar.Back, bar.Open, bar.NotBack];

    private string Short(DateOnly day) => day.ToString(L[Step == ReportStep.Month ? "Month.Short" : "Day.Short"], CultureInfo.CurrentCulture);

    private string Long(DateOnly day) => Step switch
    {
        ReportStep.Month => day.ToString(L["Month.Long"], CultureInfo.CurrentCulture),
        ReportStep.Week => L["Week.From", day.ToString(L["Day.Long"], CultureInfo.CurrentCulture)],
        ReportStep.Day => day.ToString(L["Day.Long"], CultureInfo.CurrentCulture),
    };

    private static string Percent(double share) => share.ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private static string Px(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);
}
