using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Unknown;

/// <summary>What a person may decide about one unknown outcome, each with its consequence, and with what has to happen first.</summary>
public sealed partial class UnknownDecisionForm(DecideUnknown decide, CurrentActor current, CircuitLife life)
{
    private UnknownDecision? decision;
    private string? reason;
    private string? reference;
    private Refusal? refusal;
    private DraftBox? draft;

    [Parameter, EditorRequired]
    public required UnknownRow Of { get; set; }

    /// <summary>Whether the person at the screen holds the right; without it everything is shown and nothing can be chosen.</summary>
    [Parameter]
    public bool MayDecide { get; set; }

    [Parameter]
    public EventCallback<UnknownDecided> OnDecided { get; set; }

    /// <summary>What a card refund's choices mean is said where card refunds are spoken of.</summary>
    private IStringLocalizer Choices => Of.Case.Kind == CaseKind.CardRefund ? Legs : Cases;

    protected override void OnParametersSet()
    {
        if (decision is { } chosen && UnknownPresenter.ChoicesOf(Of).All(c => c.Decision != chosen || c.WhyNot is not null))
        {
            decision = null;
        }
    }

    private string Id(string part) => Of.Case.Number + "-" + part;

    private async Task DecideAsync()
    {
        if (decision is not { } chosen)
        {
            return;
        }

        var input = new DecideUnknownInput(Of.Case.Number, chosen, reason ?? "", reference);
        refusal = (await decide.ExecuteAsync(await current.GetAsync(), input, life.Token)).Refusal;
        if (refusal is not null)
        {
            return;
        }

        if (draft is not null)
        {
            await draft.ForgetAsync();
        }

        await OnDecided.InvokeAsync(new UnknownDecided(Of.Case.Number, chosen));
    }
}
