using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Components.Shared;

/// <summary>A button whose second click is dropped while the first is still at work. The database stops what slips through.</summary>
public sealed partial class OnceButton
{
    private bool isRunning;

    [Parameter]
    public EventCallback OnClick { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The page's one next action, filled; everything else stays quiet.</summary>
    [Parameter]
    public bool IsMain { get; set; }

    [Parameter]
    public bool IsDanger { get; set; }

    [Parameter]
    public bool IsDisabled { get; set; }

    [Parameter]
    public string? Icon { get; set; }

    /// <summary>The key that presses it, one letter.</summary>
    [Parameter]
    public string? Key { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Rest { get; set; }

    private string? Kind => (IsMain, IsDanger) switch
    {
        (true, true) => "is-main is-danger",
        (true, false) => "is-main",
        (false, true) => "is-danger",
        _ => null,
    };

    private async Task PressAsync()
    {
        if (isRunning || IsDisabled)
        {
            return;
        }

        isRunning = true;
        try
        {
            await OnClick.InvokeAsync();
        }
        finally
        {
            isRunning = false;
        }
    }
}
