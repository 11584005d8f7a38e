using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>Who has the case, who else is looking, and what happens next by whose hand.</summary>
public sealed partial class PeoplePanel
{
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Parameter]
    public IReadOnlyList<string> Others { get; set; } = [];

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required TakeCase TakeCase { get; init; }

    [Inject]
    public required WithdrawCase WithdrawCase { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private string Next => Of.State switch
    {
        CaseState.Open when Of.LastNo is { Kind: RefusalKind.Partner } => Said("Next.Refused"),
        CaseState.Open when Of.IsInDoubt => L["Next.InDoubt"],
        CaseState.Open when Of.LastNo is not null => L["Next.Stopped"],
        CaseState.Quoted when Of.WhyNot(CaseAct.AskForApproval) is { } notNow && notNow.Is(CasesRefusals.TooLate) => L["Next.TooLate"],
        CaseState.Quoted when Of.Main == CaseAct.Quote => Said("Next.QuoteAgain"),
        CaseState.Quoted when Of.WhyNot(CaseAct.Send) is { } held && held.Is(RestoreGate.SendingHeld) => L["Next.Held"],
        CaseState.Quoted when Of.View.ApprovalsNeeded == 0 => L["Next.Send"],
        CaseState.Quoted => L["Next.Ask"],
        CaseState.AwaitingApproval when Of.Waiting is { Needed: > 1 } request => L["Next.AwaitingSome", request.Needed, request.Yes.Count()],
        CaseState.Queued when Of.View.Row.IsByHand => L["Next.Queued.ByHand"],
        CaseState.Following when Of.View.Row.Flag is not null => L["Next.Flag"],
        CaseState.Refunded or CaseState.CompletedOnCard when Of.Kind != CaseKind.CardRefund => L[DoneKey],
        _ => Said($"Next.{Of.State}"),
    };

    /// <summary>What is left to do depends on where the money went, and on whether there is any.</summary>
    private string DoneKey => Of.View.Row.BackTo switch
    {
        RefundTarget.Deposit => "Next.Refunded",
        RefundTarget.AgencyCard => "Next.CompletedOnCard",
        var other => $"Next.Done.{other}",
    };

    /// <summary>Without the right to take over, a colleague's case is only given when they no longer work here: the button stays quiet, as in the line.</summary>
    private string TakeClass => Of.View.Rights.May(Permission.TakeOverCases) ? "button is-small" : "button is-small is-quiet";

    /// <summary>What is said of this kind alone, else what is said of all.</summary>
    private LocalizedString Said(string key) => L.OfEach(Of.Kind, key) is { ResourceNotFound: false } own ? own : L[key];

    private async Task TakeAsync()
    {
        var outcome = await TakeCase.ExecuteAsync(await Me.GetAsync(), Of.View.Row.Number, Life.Token);
        refusal = outcome.Refusal;
        await OnChanged.InvokeAsync();
    }

    private async Task<Refusal?> WithdrawAsync(string reason) =>
        (await WithdrawCase.ExecuteAsync(await Me.GetAsync(), new WithdrawCaseInput(Of.View.Row.Number, reason), Life.Token)).Refusal;
}
