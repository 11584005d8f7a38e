using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>Step 1: what it would give back now, from the newest quote on the case.</summary>
public sealed partial class QuotePanel
{
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required QuoteCase QuoteCase { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private CaseQuote? Quote => Of.View.Quote;

    private string ToCheck => Of.View.ExpectedBack is { } sum
        ? Of.Main == CaseAct.Send ? L.Of(Of.Kind, "Quote.ToSend", MoneyText.Text(sum)) : L.Of(Of.Kind, "Quote.ToAsk", MoneyText.Text(sum))
        : L["Quote.ToAskNoSum"];

    /// <summary>Why nothing more can be done with the case as it stands.</summary>
    private Refusal? Blocked => Of.WhyNot(Of.State == CaseState.Open ? CaseAct.Quote : CaseAct.AskForApproval);

    /// <summary>Something else than another quote helps after the last no: that is the one filled button.</summary>
    private bool HasOtherStep => Of.LastNo is { } no && NextSteps.Of(no, Of.Kind) is not (null or NextStep.QuoteAgain);

    private async Task QuoteAsync()
    {
        var outcome = await QuoteCase.ExecuteAsync(await Me.GetAsync(), Of.View.Row.Number, Life.Token);
        refusal = outcome.Refusal;
        await OnChanged.InvokeAsync();
    }

    private string DateOf(DateOnly? date) => date?.ToString(L["Date"], CultureInfo.CurrentCulture) ?? L["NotSaid"];

    /// <summary>The partner's own field names and values, as they came.</summary>
    private static IEnumerable<(string Name, string Value)> RawWindow(PartnerQuote quote)
    {
        yield return ("voidMethod", Shown(quote.RawMethod));
        yield return ("voidDeadline", Shown(quote.RawDeadline));
        yield return ("supportVoid", Shown(quote.Window?.SupportVoid));
        yield return ("allowVoid", Shown(quote.Window?.AllowVoid));
        yield return ("voidTimeAfterIssure", Shown(quote.Window?.TimeAfterIssue));
        yield return ("voidTimeBeforeDepature", Shown(quote.Window?.TimeBeforeDeparture));
        yield return ("sameDayDeadlineTime", Shown(quote.Window?.SameDayDeadlineTime));
        yield return ("sameDayTimezone", Shown(quote.Window?.SameDayTimezone));
        yield return ("voidOfferId", Shown(quote.OfferId));
    }

    private static IEnumerable<(string Name, string Value)> RawRefund(PartnerQuote quote)
    {
        yield return ("refundMethod", Shown(quote.RawMethod));
        yield return ("refundQuoteType", Shown(quote.Sureness == QuoteSureness.Computed ? "AccurateQuote" : "CannotQuote"));
        yield return ("refundOfferId", Shown(quote.OfferId));
    }

    private static string Shown(object? value) => value switch { null => "–", bool yes => yes ? "true" : "false", _ => value.ToString()! };
}
