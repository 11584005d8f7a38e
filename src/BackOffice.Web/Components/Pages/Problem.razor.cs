using System.Globalization;
using BackOffice.Web.Features.Webhooks;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace BackOffice.Web.Components.Pages;

/// <summary>
/// Speaks for an answer that has no page of its own, with its status kept: a code and a time for a bug, never what went wrong inside.
/// </summary>
public sealed partial class Problem(ILogger<Problem> logger, TimeProvider clock)
{
    private string? number;
    private string? at;

    [CascadingParameter]
    public required HttpContext Context { get; init; }

    [Parameter]
    public int? Status { get; set; }

    private string Title => Words + ".Title";

    private string Text => Words + ".Text";

    private string Words => Status switch
    {
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status429TooManyRequests => "TooMany",
        >= 400 and < 500 => "BadRequest",
        _ => "Fault",
    };

    protected override void OnInitialized()
    {
        if (Words != "Fault")
        {
            return;
        }

        number = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        at = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var fault = Context.Features.Get<IExceptionHandlerPathFeature>()?.Error;
        HostingLog.RequestFailed(logger, fault, number, WebhookEndpoints.WithoutSecret(StatusScreens.AskedPath(Context)));
    }
}
