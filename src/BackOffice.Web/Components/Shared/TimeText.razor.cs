using System.Globalization;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Components.Shared;

/// <summary>
/// An instant in the reader's zone, with UTC in the tooltip and, where asked for, the zone's name and how long ago. What counts on by itself is not
/// announced, wherever it stands.
/// </summary>
public sealed partial class TimeText
{
    [Parameter, EditorRequired]
    public DateTimeOffset? At { get; set; }

    [Parameter]
    public bool IsRelative { get; set; }

    [Parameter]
    public bool ShowsZone { get; set; }

    /// <summary>Where the order of what happened within a minute matters.</summary>
    [Parameter]
    public bool ShowsSeconds { get; set; }

    /// <summary>Said where there is no instant; "not known" otherwise.</summary>
    [Parameter]
    public string? None { get; set; }

    [Inject]
    public required IStringLocalizer<SharedText> L { get; init; }

    [Inject]
    public required BrowserTime Time { get; init; }

    /// <summary>Today as a bare time, this year without the year: what is near is short.</summary>
    private string Local(DateTimeOffset instant)
    {
        var (local, now) = (Time.ToLocal(instant), Time.Now);
        var format = local.Date == now.Date ? "Time.Today" : local.Year == now.Year ? "Time.ThisYear" : "Time.Full";
        return local.ToString(L[ShowsSeconds ? format + ".Seconds" : format], CultureInfo.CurrentCulture);
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
