using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>What happened, who did it, and what colleagues should know.</summary>
public sealed partial class TimelinePanel
{
    private IReadOnlyList<StoryLine> lines = [];
    private (int From, int Count) folds;
    private StoryFilter shown;
    private bool isUnfolded;
    private bool isWriting;
    private bool returnsFocus;
    private Refusal? refusal;
    private TimelineWords words = null!;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>The address asks for a note to be written at once.</summary>
    [SupplyParameterFromQuery(Name = "note")]
    public string? Note { get; set; }

    [Inject]
    public required IStringLocalizer<TimelineText> TimelineTexts { get; init; }

    [Inject]
    public required RefusalWords Refusals { get; init; }

    [Inject]
    public required StrikeNote StrikeNote { get; init; }

    [Inject]
    public required Browser Browser { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private Story Story => new(Of.View);

    protected override void OnInitialized() => isWriting = Note is not null && Of.WhyNot(CaseAct.Note) is null;

    protected override void OnParametersSet()
    {
        words = new TimelineWords(TimelineTexts, Refusals, Of.Kind, Of.View.Row.BackTo);
        Draw();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (returnsFocus)
        {
            returnsFocus = false;
            await Browser.FocusAsync("write-note");
        }
    }

    private void Show(StoryFilter filter)
    {
        (shown, isUnfolded) = (filter, false);
        Draw();
    }

    private void Unfold()
    {
        isUnfolded = true;
        Draw();
    }

    private void Draw()
    {
        lines = Story.Lines(shown);
        folds = Story.FoldOf(lines.Count, isUnfolded);
    }

    private void Write() => isWriting = true;

    private void StopWriting() => (isWriting, returnsFocus) = (false, true);

    private async Task StrikeAsync(long noteId)
    {
        refusal = (await StrikeNote.ExecuteAsync(await Me.GetAsync(), noteId, Life.Token)).Refusal;
        await OnChanged.InvokeAsync();
    }
}
