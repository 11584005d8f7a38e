using BackOffice.Core.Cases;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Components.Shared;

/// <summary>
/// A text that is not lost: each keystroke is kept in the browser's tab under <see cref="Key"/>, also while the connection is gone, and is
/// back after a reload. Call <see cref="ForgetAsync"/> when the text has been saved.
/// </summary>
public sealed partial class DraftBox
{
    private readonly string id = "draft-" + Guid.NewGuid().ToString("N")[..8];

    /// <summary>Of page and purpose: <c>note:V-2026-000123</c>.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <summary>What is written over, as of <see cref="KeptFields"/>: where something else stands there by now, the text is not brought back.</summary>
    [Parameter]
    public string? Over { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Parameter]
    public int Rows { get; set; } = 4;

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>What is longer is refused where it is saved. Nothing is longer than a note, which the circuit's messages still hold.</summary>
    [Parameter]
    public int MaxLength { get; set; } = CaseNote.LongestText;

    /// <summary>The cursor stands in it from the start: it was opened to be written in.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    [Inject]
    public required Browser Browser { get; init; }

    /// <summary>Clears the box and what the tab kept.</summary>
    public async Task ForgetAsync()
    {
        await ValueChanged.InvokeAsync(null);
        await Browser.ForgetDraftAsync(Key);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && TakesFocus)
        {
            await Browser.FocusAsync(id);
        }
    }

    private Task OnChangedAsync(ChangeEventArgs changed)
    {
        var typed = changed.Value as string;
        return ValueChanged.InvokeAsync(typed?.Length > MaxLength ? typed[..MaxLength] : typed);
    }
}
