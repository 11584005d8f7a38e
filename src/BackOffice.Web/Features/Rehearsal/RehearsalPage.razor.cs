using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Rehearsal;

/// <summary>The stage's desk: the orders that show something, the clock, what goes wrong next, and what the stand-in was called with.</summary>
public sealed partial class RehearsalPage(IRehearsal rehearsal, LiveReadings readings) : IDisposable
{
    private const int MostCalls = 50;

    private IReadOnlyList<StagedOrder> all = [];
    private IReadOnlyList<StagedOrder> found = [];
    private IReadOnlyList<StagedCall> calls = [];
    private IReadOnlyDictionary<string, int> sends = new Dictionary<string, int>(StringComparer.Ordinal);
    private LiveReading? reading;
    private string filter = "";

    public void Dispose() => reading?.Dispose();

    protected override void OnInitialized()
    {
        found = all = rehearsal.Orders;
        Look();
        reading = readings.Start(() => InvokeAsync(() =>
        {
            Look();
            StateHasChanged();
        }));
    }

    private void Look()
    {
        if (rehearsal.Partner is { } partner)
        {
            (calls, sends) = (partner.Calls(MostCalls), partner.Sends);
        }
    }

    private void Filter(ChangeEventArgs typed)
    {
        filter = typed.Value as string ?? "";
        found = [.. all.Where(o => Fits(o.Title) || Fits(o.Expectation) || Fits(o.Carrier) || Fits(o.OrderNo) || Fits(o.Pnr))];
    }

    private bool Fits(string text) => text.Contains(filter.Trim(), StringComparison.CurrentCultureIgnoreCase);
}
