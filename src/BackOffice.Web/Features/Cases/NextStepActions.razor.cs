using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Orders;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>The button beside a no, for what helps then.</summary>
public sealed partial class NextStepActions
{
    private FirstQuote first = null!;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    /// <summary>The no.</summary>
    [Parameter, EditorRequired]
    public required Refusal No { get; set; }

    [Parameter]
    public EventCallback OnQuote { get; set; }

    [Inject]
    public required ContinueAsRefund ContinueAsRefund { get; init; }

    [Inject]
    public required WithdrawCase WithdrawCase { get; init; }

    [Inject]
    public required QuoteCase QuoteCase { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private bool MayLookUp => Of.View.Rights.May(Permission.LookUpOrders);

    private NextStep? Step => NextSteps.Of(No, Of.Kind);

    /// <summary>The step is right and only has to wait: that is said instead of leaving nothing.</summary>
    private Refusal? Held => Of.WhyNot(Step == NextStep.OpenRefund ? CaseAct.ContinueAsRefund : CaseAct.WithdrawCase) is { } no && no.Is(RestoreGate.InDoubt) ? no : null;

    protected override void OnInitialized() => first = new FirstQuote(QuoteCase, Navigation, Me, Life);

    private Task ContinueAsync() => first.TakeAsync(OpenRefundAsync, StateHasChanged);

    private async Task<string?> OpenRefundAsync(Actor actor)
    {
        var opened = await ContinueAsRefund.ExecuteAsync(actor, new ContinueAsRefundInput(Of.View.Row.Number), Life.Token);
        return opened.IsDone(out var number, out refusal) ? number : null;
    }

    private async Task ChooseAgainAsync()
    {
        var input = new WithdrawCaseInput(Of.View.Row.Number, L["NextStep.ChooseAgain.Reason"]);
        refusal = (await WithdrawCase.ExecuteAsync(await Me.GetAsync(), input, Life.Token)).Refusal;
        if (refusal is null)
        {
            Navigation.NavigateTo(OrderUrls.StartRefund(Of.View.Row.OrderNo));
        }
    }
}
