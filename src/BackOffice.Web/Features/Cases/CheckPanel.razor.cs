using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Orders;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>Step 3: everything that it touches, read once more; then asking a colleague, or sending within the own limit.</summary>
public sealed partial class CheckPanel
{
    private readonly CheckRefusal refusal = new();
    private DraftBox? draft;
    private string? reason;
    private string? seen;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required IStringLocalizer<OrdersText> O { get; init; }

    [Inject]
    public required AskForApproval AskForApproval { get; init; }

    [Inject]
    public required PermitSend PermitSend { get; init; }

    [Inject]
    public required QuoteCase QuoteCase { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private bool MaySendAlone => Of.View.ApprovalsNeeded == 0;

    private Refusal? Said => refusal.SaidOnPage(MaySendAlone);

    /// <summary>Somebody quoted again meanwhile, and the figures are others: what was read above is not what would be sent.</summary>
    private bool HasMoved => seen != Of.View.Fingerprint;

    private Refusal? WhyNot => HasMoved ? CasesRefusals.FiguresChanged : Of.WhyNot(MaySendAlone ? CaseAct.Send : CaseAct.AskForApproval);

    private string DraftKey => "check:" + Of.View.Row.Number;

    private bool One => Of.Passengers.Count == 1;

    private string Whose => (Of.Staying.Count, One) switch
    {
        ( > 0, _) => L["Check.Some", Of.Passengers.Count, Of.View.Order.Passengers.Count],
        (_, true) => L.Of(Of.Kind, "Check.WholeOne", Of.Passengers.Count),
        _ => L.Of(Of.Kind, "Check.Whole", Of.Passengers.Count),
    };

    private string SendLabel => Of.View.ExpectedBack is { } sum ? L.Of(Of.Kind, "Send.Do", MoneyText.Text(sum)) : L.Of(Of.Kind, "Send.DoNoSum");

    private string AskLabel => Of.View.ExpectedBack is { } sum ? L.Of(Of.Kind, "Ask.Do", MoneyText.Text(sum)) : L.Of(Of.Kind, "Ask.DoNoSum");

    protected override void OnParametersSet() => seen ??= Of.View.Fingerprint;

    private void SeeNewFigures()
    {
        seen = Of.View.Fingerprint;
        refusal.Say(null);
    }

    private async Task AskAsync()
    {
        var input = new AskForApprovalInput(Of.View.Row.Number, seen ?? "", reason ?? "");
        var no = (await AskForApproval.ExecuteAsync(await Me.GetAsync(), input, Life.Token)).Refusal;
        refusal.Say(no);
        await AfterAsync(isDone: no is null);
    }

    private async Task<Refusal?> SendAsync()
    {
        var input = new PermitSendInput(Of.View.Row.Number, seen ?? "", reason ?? "");
        var no = (await PermitSend.ExecuteAsync(await Me.GetAsync(), input, Life.Token)).Refusal;
        refusal.SayOfSend(no);
        await AfterAsync(isDone: no is null);
        return no;
    }

    private async Task QuoteAsync()
    {
        refusal.Say((await QuoteCase.ExecuteAsync(await Me.GetAsync(), Of.View.Row.Number, Life.Token)).Refusal);
        await OnChanged.InvokeAsync();
    }

    private async Task AfterAsync(bool isDone)
    {
        if (isDone && draft is not null)
        {
            await draft.ForgetAsync();
        }

        await OnChanged.InvokeAsync();
    }
}
