using BackOffice.Core.Access;
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
    private FirstQuote first = null!;
    private string? tradeNo;
    private string? currency;
    private string? total;
    private DateOnly? paidOn;
    private string? amount;
    private bool isProposed;
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
        first = new FirstQuote(quote, navigation, current, life);
        var begun = Of.Draft;
        (tradeNo, currency, total, paidOn) = (begun.TradeNo, begun.Total?.Currency ?? begun.Amount?.Currency, begun.Total?.ToPlainNumber(), begun.PaidOn);
        Prefill();
    }

    /// <summary>What comes back from the airline may be recorded or confirmed while the form is open: a proposal goes with it, what somebody typed stays.</summary>
    protected override void OnParametersSet()
    {
        if (isProposed && Of.Draft.Amount is { } proposed && string.Equals(proposed.Currency, currency?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            amount = proposed.ToPlainNumber();
        }
    }

    /// <summary>What the customer gets is a proposal in the supplier's currency; in another one nobody converts it for them.</summary>
    private void Prefill()
    {
        var proposed = Of.Draft.Amount;
        var isSame = string.Equals((currency ?? "").Trim(), proposed?.Currency, StringComparison.OrdinalIgnoreCase);
        if (isSame && amount is null)
        {
            (amount, isProposed) = (proposed?.ToPlainNumber(), true);
        }
        else if (!isSame && isProposed)
        {
            (amount, isProposed) = (null, false);
        }
    }

    /// <summary>What somebody typed is no proposal, whatever its number.</summary>
    private void TakeAsTyped() => isProposed = false;

    private string? MarkOf(string? sum) => FieldMarks.Mark(missing == "Amount.Unreadable" && TypedMoney.Read(sum, currency) is null);

    private Task PrepareAsync()
    {
        (missing, refusal) = (null, LegsPresenter.WhyNot(tradeNo, reason));
        if (refusal is not null)
        {
            return Task.CompletedTask;
        }

        if (paidOn is not { } day || TypedMoney.Read(total, currency) is not { } paid || TypedMoney.Read(amount, currency) is not { } back)
        {
            missing = TypedMoney.WhyNotKey(currency) ?? (paidOn is null ? "PaidOn.Missing" : "Amount.Unreadable");
            return Task.CompletedTask;
        }

        var input = new PrepareCardRefundInput(Supplier.Number, tradeNo!, paid, day, back, reason!);
        return first.TakeAsync(actor => OpenAsync(actor, input), StateHasChanged, draft);
    }

    private async Task<string?> OpenAsync(Actor actor, PrepareCardRefundInput input)
    {
        var opened = await prepare.ExecuteAsync(actor, input, life.Token);
        return opened.IsDone(out var number, out refusal) ? number : null;
    }
}
