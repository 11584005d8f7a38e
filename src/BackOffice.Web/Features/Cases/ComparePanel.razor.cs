using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>Step 2: void, refund and keep side by side, asked of the partner when the step is opened and again when somebody wants.</summary>
public sealed partial class ComparePanel
{
    private OptionsView? options;
    private Refusal? refusal;
    private bool isAsking;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Inject]
    public required CompareOptions CompareOptions { get; init; }

    [Inject]
    public required IStringLocalizer<SharedText> S { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private CompareWords Words => new(L);

    /// <summary>Where the case cannot be quoted there is nothing to choose any more; figures that are on the screen already stay.</summary>
    private Refusal? WhyNotAsked => options is null && refusal is null ? Of.WhyNot(CaseAct.Quote) : null;

    protected override Task OnInitializedAsync() => WhyNotAsked is null ? AskAsync() : Task.CompletedTask;

    /// <summary>Asked in vain, the figures that somebody is reading stay, with their age.</summary>
    private async Task AskAsync()
    {
        isAsking = true;
        try
        {
            var outcome = await CompareOptions.ExecuteAsync(await Me.GetAsync(), Of.View.Row.Number, Life.Token);
            options = outcome.IsDone(out var view, out refusal) ? view : options;
        }
        finally
        {
            isAsking = false;
        }
    }
}
