using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

/// <summary>
/// One order as Atlas shows it now; whether it can be voided is asked after it stands on the screen. What colleagues and workers do to our cases of it
/// shows without another question for the order.
/// </summary>
public sealed partial class OrderPage : IDisposable
{
    private const int LongestShown = 60;

    private OrderView? view;
    private Refusal? refusal;
    private string? read;
    private StartRefund? startRefund;
    private LiveReading? reading;

    [Parameter]
    public required string OrderNo { get; set; }

    /// <summary>The address asks for the form of a refund to be unfolded at once.</summary>
    [SupplyParameterFromQuery]
    public string? Refund { get; set; }

    [Inject]
    public required ViewOrder ViewOrder { get; init; }

    [Inject]
    public required ReadOrderCases ReadOrderCases { get; init; }

    [Inject]
    public required LiveReadings Readings { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private string Shortened => OrderNo.Length <= LongestShown ? OrderNo : OrderNo[..LongestShown] + "…";

    public void Dispose() => reading?.Dispose();

    protected override void OnInitialized() => reading = Readings.Start(() => InvokeAsync(RefreshAsync));

    protected override async Task OnParametersSetAsync()
    {
        if (read != OrderNo)
        {
            (read, view, refusal) = (OrderNo, null, null);
            await ReadAsync();
        }
    }

    /// <summary>Asked again in vain, what somebody reads or has begun to fill in stays, with its age.</summary>
    private async Task ReadAsync()
    {
        var asked = OrderNo;
        var outcome = await ViewOrder.ExecuteAsync(await Me.GetAsync(), asked, Life.Token);
        if (asked == OrderNo)
        {
            view = outcome.IsDone(out var found, out refusal) ? found : view;
            // What was committed while this was being read found another view, or none.
            reading?.Ask();
        }
    }

    private async Task RefreshAsync()
    {
        if (view is not { } shown)
        {
            return;
        }

        var outcome = await ReadOrderCases.ExecuteAsync(await Me.GetAsync(), shown.Order.OrderNo, Life.Token);
        if (ReferenceEquals(view, shown) && outcome.IsDone(out var ours, out _))
        {
            view = shown with { Cases = ours.Cases, Refunds = ours.Refunds };
            StateHasChanged();
        }
    }

    private Task RefundAsync() => startRefund?.OpenAsync() ?? Task.CompletedTask;

    private string Trip(OrderSnapshot order) => string.Join(" · ", new[]
    {
        order.Airline,
        order.Route,
        order.Segments.Count > 0 && order.Segments[0].DepartsLocal is { } departs ? departs.ToString(O["Date"], CultureInfo.CurrentCulture) : null,
        O["Passengers", order.Passengers.Count],
    }.Where(part => !string.IsNullOrEmpty(part)));
}
