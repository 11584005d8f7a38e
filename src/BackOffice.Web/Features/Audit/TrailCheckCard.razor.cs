using System.Globalization;
using BackOffice.Core.Audit;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Audit;

/// <summary>Recomputes the whole chain, says how far it has come, and gives out the head for keeping elsewhere.</summary>
public sealed partial class TrailCheckCard(VerifyAudit verify, CurrentActor current, CircuitLife life) : IDisposable
{
    private readonly CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(life.Token);
    private string? anchor;
    private long? progress;
    private TrailCheck? check;
    private AuditAnchor? asked;
    private Refusal? refusal;

    [Inject]
    public required IStringLocalizer<AuditText> L { get; init; }

    private bool IsRunning => progress is not null;

    /// <summary>Whoever leaves the page needs no answer: the rest of the chain is not recomputed.</summary>
    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    private async Task VerifyAsync()
    {
        check = null;
        if (!AuditAnchor.Read(anchor).IsDone(out var typed, out refusal))
        {
            return;
        }

        var token = left.Token;
        (asked, progress) = (typed.Anchor, 0);
        try
        {
            var outcome = await verify.ExecuteAsync(await current.GetAsync(), asked, new Progress<long>(Show), token);
            check = outcome.IsDone(out var found, out refusal) ? found : null;
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // Nobody is there to miss the answer.
        }
        finally
        {
            progress = null;
        }
    }

    private void Show(long lines)
    {
        if (IsRunning)
        {
            progress = lines;
            StateHasChanged();
        }
    }

    private string ChainSentence(TrailCheck found) => found switch
    {
        { FirstBreak: { } broken } => L["Check.Broken", Number(broken), Number(found.Lines)],
        { Lines: 0 } => L["Check.Empty"],
        _ => L["Check.Sound", Number(found.Lines)],
    };

    private string? AnchorSentence(TrailCheck found) => found.Anchor switch
    {
        AnchorResult.NotGiven => null,
        AnchorResult.Kept => L["Anchor.Kept", Number(asked!.Sequence)].Value,
        AnchorResult.CutOff => L["Anchor.CutOff", Number(asked!.Sequence)].Value,
        AnchorResult.Replaced => L["Anchor.Replaced", Number(asked!.Sequence)].Value,
        AnchorResult.NotReached => L["Anchor.NotReached", Number(asked!.Sequence)].Value,
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
