using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>A button that asks for a reason before it acts. A refusal is shown in the dialog, and the reason stays.</summary>
public sealed partial class ReasonDialog
{
    private DraftBox? draft;
    private bool isOpen;
    private string? reason;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string ConfirmLabel { get; set; }

    [Parameter, EditorRequired]
    public required string DraftKey { get; set; }

    /// <summary>Does it, with the reason; gives back why not, or null where it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<Refusal?>> Confirm { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    [Parameter]
    public Refusal? WhyNot { get; set; }

    [Parameter]
    public bool IsDanger { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The reader's role never allows it: there is no button, and the page has said so.</summary>
    private bool IsForOthers => WhyNot?.Is(AccessRefusals.NotAllowed) == true;

    private string WhyNotId => "why-not-" + DraftKey;

    private Task OpenAsync()
    {
        (isOpen, refusal) = (true, null);
        return Task.CompletedTask;
    }

    private void Close() => isOpen = false;

    private async Task ConfirmAsync()
    {
        refusal = await Confirm(reason ?? "");
        if (refusal is not null)
        {
            return;
        }

        if (draft is not null)
        {
            await draft.ForgetAsync();
        }

        isOpen = false;
        await OnDone.InvokeAsync();
    }
}
