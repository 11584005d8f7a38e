using System.Globalization;
using BackOffice.Core.Orders;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Components.Shared;

/// <summary>
/// Until when, why that moment, and how sure: in words. The countdown runs in the browser by the server's clock and costs the server nothing;
/// it turns amber under an hour before the last safe moment, red under a quarter, and says that it is too late to be safe inside the margin.
/// </summary>
public sealed partial class DeadlineClock
{
    [Parameter, EditorRequired]
    public required Deadline Of { get; set; }

    /// <summary>How long before the end a sending must be out of the house.</summary>
    [Parameter]
    public TimeSpan Margin { get; set; }

    /// <summary>For table rows: the countdown, and a word where it is not certain.</summary>
    [Parameter]
    public bool IsShort { get; set; }

    /// <summary>For the case page, where the clock is the largest thing.</summary>
    [Parameter]
    public bool IsLarge { get; set; }

    [Inject]
    public required IStringLocalizer<SharedText> L { get; init; }

    [Inject]
    public required BrowserTime Time { get; init; }

    private bool HasNoWindow => Of.Limit == DeadlineLimit.NoWindow;

    private string InZone(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(instant, zone);
        var format = there.Date == TimeZoneInfo.ConvertTime(Time.Now, zone).Date ? "Time.Today" : "Time.ThisYear";
        return there.ToString(L[format], CultureInfo.CurrentCulture);
    }

    private string DoubtText(string doubt) => L[$"Deadline.Doubt.{doubt}"] is { ResourceNotFound: false } text ? text : doubt;

    /// <summary>The zone of an IANA name or of an offset such as <c>+09:00</c>; null where there is none to name.</summary>
    private static TimeZoneInfo? ZoneOf(string? zone)
    {
        if (string.IsNullOrEmpty(zone))
        {
            return null;
        }

        if (TimeSpan.TryParse(zone.TrimStart('+'), CultureInfo.InvariantCulture, out var offset) && offset.Duration() <= TimeSpan.FromHours(14))
        {
            return TimeZoneInfo.CreateCustomTimeZone("UTC" + zone, offset, "UTC" + zone, "UTC" + zone);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
    }
}
