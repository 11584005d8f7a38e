using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Approvals;

/// <summary>One request: the quote it is bound to beside the newest one, and the yes or no of a second person.</summary>
public sealed partial class ApprovalPage(
    ReadApproval read, Decide decide, QuoteCase quoteCase, CaseWatchers watchers, RecoveryWatch recovery, LiveReadings readings, CurrentActor current,
    CircuitLife life, NavigationManager navigation, IStringLocalizer<ApprovalsText> texts) : IDisposable
{
    private Actor me = Actor.Worker;
    private ApprovalView? view;
    private Refusal? refusal;
    private Refusal? quoteRefusal;
    private Stake? stake;
    private string stakeWords = "";
    private string? reason;
    private bool isWaiting;
    private bool mayQuote;
    private bool maySeeNames;
    private DecisionCard? card;
    private LiveReading? reading;
    private IDisposable? watch;
    private IDisposable? recoveryMoves;
    private int visits;
    private int turns;
    private bool isGone;

    [Parameter]
    public long Id { get; set; }

    public void Dispose()
    {
        isGone = true;
        Leave();
    }

    /// <summary>A browser that left, or was led to another request, while this one was being read is told nothing and is nobody who looks at it.</summary>
    protected override async Task OnParametersSetAsync()
    {
        Leave();
        var visit = ++visits;
        (view, refusal, quoteRefusal, reason) = (null, null, null, null);
        me = await current.GetAsync();
        await ReadAsync();
        if (isGone || visit != visits)
        {
            return;
        }

        reading = readings.Start(() => InvokeAsync(RefreshAsync));
        reading.WakeAt(view?.Request.EndsAt);
        recoveryMoves = recovery.Subscribe(() => _ = InvokeAsync(StateHasChanged));
        watch = view is { } seen ? watchers.Enter(seen.Case.Id, me.Id, me.Name) : null;
    }

    private void Leave()
    {
        reading?.Dispose();
        watch?.Dispose();
        recoveryMoves?.Dispose();
        (reading, watch, recoveryMoves) = (null, null, null);
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        reading?.WakeAt(view?.Request.EndsAt > view?.Now ? view?.Request.EndsAt : null);
        StateHasChanged();
    }

    /// <summary>Readings can overlap; the newest wins.</summary>
    private async Task ReadAsync()
    {
        var turn = ++turns;
        var answer = await read.ExecuteAsync(me, Id, life.Token);
        if (turn != turns)
        {
            return;
        }

        if (!answer.IsDone(out var fresh, out var unreadable))
        {
            (view, refusal) = (null, unreadable);
            return;
        }

        view = fresh;
        isWaiting = fresh.Request.State == ApprovalState.Waiting;
        mayQuote = fresh.Rights.May(Permission.WorkCases);
        maySeeNames = fresh.Rights.May(Permission.SeePersonalData);
        stake = ApprovalPresenter.StakeOf(fresh.Request.Method, fresh.Frozen.Content, fresh.Request.Amount);
        stakeWords = texts.Words(stake);
    }

    /// <summary>After something was done here. Where that cannot be read, what stands on the page stays, as after a colleague's act.</summary>
    private Task ReadAgainAsync() => reading?.ReadAgainAsync() ?? Task.CompletedTask;

    private async Task QuoteAsync()
    {
        quoteRefusal = (await quoteCase.ExecuteAsync(me, view!.Case.Number, life.Token)).Refusal;
        await ReadAgainAsync();
    }

    private Task<Refusal?> ApproveAsync() => DecideAsync(isYes: true);

    private async Task DeclineAsync()
    {
        if (await DecideAsync(isYes: false) is { } no)
        {
            refusal = no;
        }
    }

    private async Task<Refusal?> DecideAsync(bool isYes)
    {
        refusal = null;
        var input = new DecideInput(Id, isYes, view!.Frozen.Fingerprint, isYes ? null : reason);
        if ((await decide.ExecuteAsync(me, input, life.Token)).Refusal is { } no)
        {
            await ReadAgainAsync();
            return no;
        }

        if (card is not null)
        {
            await card.ForgetAsync();
        }

        navigation.NavigateTo(ApprovalPresenter.DecidedAddress(Id));
        return null;
    }
}
