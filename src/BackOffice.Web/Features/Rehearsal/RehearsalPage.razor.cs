using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Rehearsal;

/// <summary>The stage's desk: the clock, the orders that show something, and who can sign in.</summary>
public sealed partial class RehearsalPage(IRehearsal rehearsal) : IDisposable
{
    private static readonly TimeSpan[] Steps = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(12)];

    private IReadOnlyList<StagedOrder> all = [];
    private IReadOnlyList<StagedOrder> found = [];
    private IDisposable? subscription;
    private string filter = "";

    private bool IsMoved => rehearsal.Offset.Duration() >= TimeSpan.FromSeconds(30);

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized()
    {
        found = all = rehearsal.Orders;
        subscription = rehearsal.OnMoved(() => _ = InvokeAsync(StateHasChanged));
    }

    private void Filter(ChangeEventArgs typed)
    {
        filter = typed.Value as string ?? "";
        found = [.. all.Where(o => Fits(o.Title) || Fits(o.Expectation) || Fits(o.Carrier) || Fits(o.OrderNo) || Fits(o.Pnr))];
    }

    private bool Fits(string text) => text.Contains(filter.Trim(), StringComparison.CurrentCultureIgnoreCase);

    private string Words(TimeSpan time) => time.TotalHours < 1
        ? L["Minutes", Math.Round(time.TotalMinutes)]
        : L["Hours", Math.Round(time.TotalHours, 1)];
}
