using BackOffice.Core.Values;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Components.Shared;

/// <summary>A button that moves money: it names verb and sum, and asks once more, naming what cannot be taken back.</summary>
public sealed partial class ConfirmMoney
{
    private bool isOpen;
    private bool isChecked;

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

    [Parameter]
    public EventCallback OnConfirm { get; set; }

    [Parameter]
    public bool IsDisabled { get; set; }

    [Parameter]
    public string? Icon { get; set; }

    [Parameter]
    public string? Key { get; set; }

    private Task OpenAsync()
    {
        (isOpen, isChecked) = (true, false);
        return Task.CompletedTask;
    }

    private void Close() => isOpen = false;

    private async Task ConfirmAsync()
    {
        await OnConfirm.InvokeAsync();
        isOpen = false;
    }
}
