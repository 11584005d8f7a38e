using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

/// <summary>One order as Atlas shows it now; whether it can be voided is asked after it stands on the screen.</summary>
public sealed partial class OrderPage
{
    private const int LongestShown = 60;

    private OrderView? view;
    private Refusal? refusal;
    private string? read;
    private StartRefund? startRefund;

    [Parameter]
    public required string OrderNo { get; set; }

    /// <summary>The address asks for the form of a refund to be unfolded at once.</summary>
    [SupplyParameterFromQuery]
    public string? Refund { get; set; }

    [Inject]
    public required ViewOrder ViewOrder { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private string Shortened => OrderNo.Length <= LongestShown ? OrderNo : OrderNo[..LongestShown] + "…";

    protected override async Task OnParametersSetAsync()
    {
        if (read != OrderNo)
        {
            (read, view, refusal) = (OrderNo, null, null);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var asked = OrderNo;
        var outcome = await ViewOrder.ExecuteAsync(await Me.GetAsync(), asked, Life.Token);
        if (asked == OrderNo)
        {
            view = outcome.IsDone(out var found, out refusal) ? found : null;
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
