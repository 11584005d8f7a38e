using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

/// <summary>Opens a refund for chosen passengers of an order, asks for a quote at once, and goes there.</summary>
public sealed partial class StartRefund
{
    private DraftBox? draft;
    private FirstQuote first = null!;
    private RefundChoice choice = null!;
    private OrderView? seen;
    private RefundReason why = RefundReason.Voluntary;
    private string? reason;
    private string? currency;
    private Refusal? refusal;
    private bool mayWork = true;
    private bool isOpen;

    [Parameter, EditorRequired]
    public required OrderView View { get; set; }

    /// <summary>The form is unfolded from the start: somebody came here for it.</summary>
    [Parameter]
    public bool IsAskedFor { get; set; }

    [Parameter]
    public EventCallback OnRead { get; set; }

    [Inject]
    public required OpenRefundCase OpenRefundCase { get; init; }

    [Inject]
    public required QuoteCase QuoteCase { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Browser Browser { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private CaseRow? Holder => View.Cases.FirstOrDefault(c => c.HoldsOrder);

    private Refusal? WhyNot => !mayWork ? AccessRefusals.NotAllowed.With(nameof(Permission.WorkCases))
        : View.Order.MainOrderNo is { } main ? OrdersRefusals.AncillaryOrder.With(main)
        : null;

    /// <summary>Unfolds the form and leads there.</summary>
    public async Task OpenAsync()
    {
        isOpen = true;
        StateHasChanged();
        await Browser.FocusAsync("refund-title");
    }

    protected override async Task OnInitializedAsync()
    {
        isOpen = IsAskedFor;
        first = new FirstQuote(QuoteCase, Navigation, Me, Life);
        mayWork = await Me.MaySeeAsync(Permission.WorkCases);
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(seen, View))
        {
            (seen, choice) = (View, new RefundChoice(View.Order, View.Refunds, choice));
        }
    }

    private string NameOf(OrderPassenger passenger) => PassengerName.Of(passenger.LastName, passenger.FirstName, View.MaySeePersonalData);

    private Task StartAsync()
    {
        var shown = currency?.Trim().ToUpperInvariant();
        if (shown is { Length: > 0 } && Money.From(0, shown) is null)
        {
            refusal = SettingsRefusals.CurrencyInvalid;
            return Task.CompletedTask;
        }

        var wish = choice.Wish(why, string.IsNullOrEmpty(shown) ? null : shown);
        return first.TakeAsync(actor => OpenCaseAsync(actor, wish), StateHasChanged, draft);
    }

    private async Task<string?> OpenCaseAsync(Actor actor, RefundWish wish)
    {
        var opened = await OpenRefundCase.ExecuteAsync(actor, new OpenRefundCaseInput(View.Order.OrderNo, wish, reason ?? ""), Life.Token);
        if (!opened.IsDone(out var number, out refusal) && CasesRefusals.CaseInTheWay(refusal) is not null)
        {
            await OnRead.InvokeAsync();
        }

        return number;
    }
}
