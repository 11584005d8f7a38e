using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Approvals;

/// <summary>What waits for a yes or a no, the most urgent window first, and how the newest requests ended.</summary>
public sealed partial class ApprovalQueuePage(
    ReadApprovalQueue readQueue, LiveReadings readings, CurrentActor current, CircuitLife life, IStringLocalizer<ApprovalsText> texts) : IDisposable
{
    private Actor me = Actor.Worker;
    private ApprovalQueueView? queue;
    private StableRows<ApprovalRow> rows = new([], 0);
    private Refusal? refusal;
    private LiveReading? reading;

    /// <summary>The request that the person just decided on: the page says what became of it, also after a reload.</summary>
    [SupplyParameterFromQuery(Name = "decided")]
    public long? DecidedId { get; set; }

    private (string Key, ApprovalRow Row)? Decided =>
        queue?.Waiting.Concat(queue.Recent).FirstOrDefault(r => r.Request.Id == DecidedId) is { } row
            && ApprovalPresenter.MessageKeyOf(row.Request, me.Id) is { } key ? (key, row) : null;

    public void Dispose() => reading?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        me = await current.GetAsync();
        reading = readings.Start(() => InvokeAsync(RefreshAsync));
        await ReadAsync();
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if ((await readQueue.ExecuteAsync(me, life.Token)).IsDone(out var fresh, out refusal))
        {
            queue = fresh;
            rows = StableRows<ApprovalRow>.Merge(rows.Rows, Rows(fresh));
        }
    }

    private void ShowNewOrder() => rows = new StableRows<ApprovalRow>(Rows(queue!), 0);

    private string StakeWords(ApprovalRow row) => texts.Words(ApprovalPresenter.StakeOf(row));

    private static IReadOnlyList<StableRow<ApprovalRow>> Rows(ApprovalQueueView view) =>
        [.. view.Waiting.Select(r => new StableRow<ApprovalRow>(r.Request.Id, r, null))];
}
