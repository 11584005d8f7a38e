using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Line;

/// <summary>The line: every open case by its last safe moment, and above it what waits for the person at the screen.</summary>
public sealed partial class LinePage(
    ReadLine readLine, ReadApprovalQueue readApprovals, ReadUnknown readUnknown, TakeCase takeCase, CaseWatchers watchers,
    LiveReadings readings, CurrentActor current, CircuitLife life, Browser browser, IStringLocalizer<LineText> texts) : IDisposable
{
    private Actor me = Actor.Worker;
    private bool mayWork;
    private bool mayTakeOver;
    private bool mayNote;
    private bool mayLookUp;
    private LineQuery query = LineQuery.Read(null, null);
    private LineView? line;
    private Needs needs = Needs.None;
    private StableRows<CaseRow> rows = new([], 0);
    private LiveReading? reading;
    private Refusal? refusal;
    private Refusal? taken;
    private long? refusedAt;

    [SupplyParameterFromQuery]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery]
    public string? Band { get; set; }

    private IEnumerable<IGrouping<string?, StableRow<CaseRow>>> Groups => rows.Rows.GroupBy(r => r.Group, StringComparer.Ordinal);

    private string EmptyKey => query switch
    {
        { Band: not null } => "Empty.Band",
        { Scope: LineScope.Mine } => "Empty.Mine",
        _ => "Empty",
    };

    public void Dispose() => reading?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        me = await current.GetAsync();
        mayWork = await current.MaySeeAsync(Permission.WorkCases);
        mayNote = await current.MaySeeAsync(Permission.AddNotes);
        mayTakeOver = await current.MaySeeAsync(Permission.TakeOverCases);
        mayLookUp = await current.MaySeeAsync(Permission.LookUpOrders);
        reading = readings.Start(() => InvokeAsync(RefreshAsync));
    }

    /// <summary>Another address shows another list: it is taken as it comes.</summary>
    protected override async Task OnParametersSetAsync()
    {
        query = LineQuery.Read(Scope, Band);
        await ReadAsync();
        ShowNewOrder();
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var asked = query;
        var read = await readLine.ExecuteAsync(me, asked.Scope, life.Token);
        var approvals = await readApprovals.ExecuteAsync(me, life.Token);
        var unknown = await readUnknown.ExecuteAsync(me, life.Token);
        if (asked != query)
        {
            return;
        }

        if (!read.IsDone(out var fresh, out refusal))
        {
            return;
        }

        line = fresh;
        needs = LinePresenter.NeedsOf(me.Id, line, approvals.IsDone(out var queue, out _) ? queue : null, unknown.IsDone(out var open, out _) ? open : null);
        rows = StableRows<CaseRow>.Merge(rows.Rows, LinePresenter.Rows(line, query.Band));
        reading?.WakeAt(line.NextTurn);
    }

    private void ShowNewOrder()
    {
        (taken, refusedAt) = (null, null);
        if (line is not null)
        {
            rows = new StableRows<CaseRow>(LinePresenter.Rows(line, query.Band), 0);
        }
    }

    private async Task RetryAsync()
    {
        await ReadAsync();
        ShowNewOrder();
    }

    private async Task TakeAsync(CaseRow row)
    {
        var outcome = await takeCase.ExecuteAsync(me, row.Number, life.Token);
        (taken, refusedAt) = (outcome.Refusal, outcome.Refusal is null ? null : row.Id);
        if (taken is null)
        {
            await reading!.ReadAgainAsync();
            await browser.FocusAsync(LineRow.IdOf(row.Id));
            await browser.AnnounceAsync(texts["Taken", row.Number]);
        }
    }
}
