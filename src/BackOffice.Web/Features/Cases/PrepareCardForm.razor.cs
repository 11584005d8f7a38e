using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Payments;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>Opens the customer's leg: which card payment, and how much of it. Takes its figures at once and goes there.</summary>
public sealed partial class PrepareCardForm(PrepareCardRefund prepare, QuoteCase quote, NavigationManager navigation, CurrentActor current, CircuitLife life, BrowserTime time)
{
    private DraftBox? draft;
    private string? tradeNo;
    private string? currency;
    private string? total;
    private DateOnly? paidOn;
    private string? amount;
    private string? reason;
    private string? missing;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required LegsPresenter Of { get; set; }

    /// <summary>The void or refund whose customer is to be paid.</summary>
    [Parameter, EditorRequired]
    public required CaseRow Supplier { get; set; }

    /// <summary>When the page was read: how old a payment is.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Inject]
    public required RefusalWords Words { get; init; }

    /// <summary>The desk's own day, by which the age of a payment is counted on its case as well.</summary>
    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The reader's own day: what was paid this morning is not of tomorrow.</summary>
    private DateOnly Latest => DateOnly.FromDateTime(time.ToLocal(Now).DateTime);

    /// <summary>Said before anything is asked: AsiaBill may refuse old payments.</summary>
    private CardPaymentAge? Age => paidOn is { } day ? CardRefundRules.WarningOf(day, Today) : null;

    protected override void OnInitialized()
    {
        var begun = Of.Draft;
        (tradeNo, currency, total, paidOn) = (begun.TradeNo, begun.Total?.Currency ?? begun.Amount?.Currency, begun.Total?.ToPlainNumber(), begun.PaidOn);
        Prefill();
    }

    /// <summary>What the customer gets is a proposal in the supplier's currency; in another one nobody converts it for them.</summary>
    private void Prefill()
    {
        var proposed = Of.Draft.Amount;
        var isSame = string.Equals((currency ?? "").Trim(), proposed?.Currency, StringComparison.OrdinalIgnoreCase);
        amount = isSame ? amount ?? proposed?.ToPlainNumber() : amount == proposed?.ToPlainNumber() ? null : amount;
    }

    private string? MarkOf(string? sum) => FieldMarks.Mark(missing == "Amount.Unreadable" && TypedMoney.Read(sum, currency) is null);

    private async Task PrepareAsync()
    {
        (missing, refusal) = (null, LegsPresenter.WhyNot(tradeNo, reason));
        if (refusal is not null)
        {
            return;
        }

        if (paidOn is not { } day || TypedMoney.Read(total, currency) is not { } paid || TypedMoney.Read(amount, currency) is not { } back)
        {
            missing = TypedMoney.WhyNotKey(currency) ?? (paidOn is null ? "PaidOn.Missing" : "Amount.Unreadable");
            return;
        }

        var actor = await current.GetAsync();
        var opened = await prepare.ExecuteAsync(actor, new PrepareCardRefundInput(Supplier.Number, tradeNo!, paid, day, back, reason!), life.Token);
        if (!opened.IsDone(out var number, out refusal))
        {
            return;
        }

        if (draft is not null)
        {
            await draft.ForgetAsync();
        }

        // Figures that cannot be taken are no loss: the case says so and can take them again.
        await quote.ExecuteAsync(actor, number, life.Token);
        navigation.NavigateTo(CaseUrls.Case(number));
    }
}
