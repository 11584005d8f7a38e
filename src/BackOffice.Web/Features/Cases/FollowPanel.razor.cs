using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>Step 4: what the partner says of it, and when it was asked. There is no button to send again.</summary>
public sealed partial class FollowPanel
{
    private IReadOnlyList<StatusMoment> story = [];
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required AskPartnerNow AskPartnerNow { get; init; }

    [Inject]
    public required WithdrawRequest WithdrawRequest { get; init; }

    [Inject]
    public required DecideUnknown DecideUnknown { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private CaseRow Row => Of.View.Row;

    private string Title => Of.State switch
    {
        CaseState.Queued or CaseState.Sending => L["Follow.Title.Sending"],
        _ => CaseStates.IsFinal(Of.State) ? L["Follow.Title.Over"] : L.Of(Of.Kind, "Follow.Title"),
    };

    protected override void OnParametersSet() => story = StatusStory.Of(Row, Of.View.Timeline);

    private async Task AskNowAsync()
    {
        refusal = (await AskPartnerNow.ExecuteAsync(await Me.GetAsync(), Row.Number, Life.Token)).Refusal;
        await OnChanged.InvokeAsync();
    }

    private async Task<Refusal?> WithdrawAsync(string reason) =>
        (await WithdrawRequest.ExecuteAsync(await Me.GetAsync(), new WithdrawRequestInput(Row.Number, reason), Life.Token)).Refusal;

    private async Task<Refusal?> CloseAsync(string reason) =>
        (await DecideUnknown.ExecuteAsync(await Me.GetAsync(), new DecideUnknownInput(Row.Number, UnknownDecision.Close, reason, null), Life.Token)).Refusal;
}
