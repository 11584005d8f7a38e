using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>What a person may decide about one unknown outcome, each with its consequence, and with what has to happen first.</summary>
public sealed partial class DecideUnknownForm(DecideUnknown decide, CurrentActor current, CircuitLife life)
{
    private UnknownDecision? decision;
    private string? reason;
    private string? reference;
    private Refusal? refusal;
    private DraftBox? draft;

    [Parameter, EditorRequired]
    public required CaseRow Of { get; set; }

    /// <summary>What may end it, and why some of that not now.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<UnknownChoice> Choices { get; set; }

    /// <summary>Whether the person at the screen holds the right; without it everything is shown and nothing can be chosen.</summary>
    [Parameter]
    public bool MayDecide { get; set; } = true;

    [Parameter]
    public EventCallback<UnknownDecided> OnDecided { get; set; }

    /// <summary>What a card refund's choices mean is said where card refunds are spoken of.</summary>
    private IStringLocalizer Words => Of.Kind == CaseKind.CardRefund ? Legs : L;

    /// <summary>What was chosen while it was allowed is not decided on when it no longer is.</summary>
    protected override void OnParametersSet()
    {
        if (decision is { } chosen && Choices.All(c => c.Decision != chosen || c.WhyNot is not null))
        {
            decision = null;
        }
    }

    /// <summary>Of this unknown outcome: what was begun about an earlier one of the same case is not brought back here.</summary>
    private string DraftKey => $"decide:{Of.Number}:{Of.UnknownSince?.ToUnixTimeMilliseconds()}";

    /// <summary>The list of unknown outcomes has one of these for each case.</summary>
    private string Id(string part) => Of.Number + "-" + part;

    /// <summary>What one choice was refused says nothing of another.</summary>
    private void Choose(UnknownDecision? chosen) => (decision, refusal) = (chosen, null);

    private async Task DecideAsync()
    {
        if (decision is not { } chosen)
        {
            return;
        }

        var input = new DecideUnknownInput(Of.Number, chosen, reason ?? "", reference);
        refusal = (await decide.ExecuteAsync(await current.GetAsync(), input, life.Token)).Refusal;
        if (refusal is not null)
        {
            return;
        }

        if (draft is not null)
        {
            await draft.ForgetAsync();
        }

        await OnDecided.InvokeAsync(new UnknownDecided(Of.Number, chosen));
    }
}
