using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Components.Shared;

/// <summary>
/// A button that moves money: it names verb and sum, and asks once more, naming what cannot be taken back. A refusal is said in its dialog,
/// which then asks for the tick again.
/// </summary>
public sealed partial class ConfirmMoney
{
    private readonly string checkId = "check-" + Guid.NewGuid().ToString("N")[..8];
    private bool isOpen;
    private bool isChecked;
    private bool isAsking;
    private Refusal? refusal;

    /// <summary>Verb and sum: "Send the void of USD 182.48".</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>None where there is no one sum of cash: the content then says in words what is at stake.</summary>
    [Parameter, EditorRequired]
    public Money? Amount { get; set; }

    /// <summary>What is irrevocable about it, in one sentence.</summary>
    [Parameter, EditorRequired]
    public required string Irrevocable { get; set; }

    /// <summary>What the person ticks; "I have checked this" otherwise.</summary>
    [Parameter]
    public string? Check { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Does it; gives back why not, or null where it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<Refusal?>> OnConfirm { get; set; }

    /// <summary>Why it cannot be done now. What turns up while the dialog is open, as figures that have moved, stops it there as well, and is said there.</summary>
    [Parameter]
    public Refusal? WhyNot { get; set; }

    [Parameter]
    public string? Icon { get; set; }

    [Parameter]
    public string? Key { get; set; }

    [Inject]
    public required Browser Browser { get; init; }

    private Task OpenAsync()
    {
        (isOpen, isChecked, refusal) = (true, false, null);
        return Task.CompletedTask;
    }

    private void Close() => isOpen = false;

    private async Task ConfirmAsync()
    {
        // The dialog can be closed and opened again while the first answer is on its way.
        if (isAsking)
        {
            return;
        }

        (isAsking, refusal) = (true, null);
        try
        {
            refusal = await OnConfirm();
        }
        finally
        {
            isAsking = false;
        }

        (isOpen, isChecked) = (refusal is not null, false);
        if (isOpen)
        {
            // The button that was pressed cannot be used any more; the tick is what comes next.
            await Browser.FocusAsync(checkId);
        }
    }
}
