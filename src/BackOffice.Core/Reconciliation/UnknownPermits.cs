using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

/// <summary>Brings the permit of a case to where evidence or a person has brought the case.</summary>
internal static class UnknownPermits
{
    /// <param name="outcome">Of a permit whose outcome was unknown; a known one keeps its own.</param>
    public static Task ConcludeAsync(Change change, Case found, AttemptState outcome, string? reference, CancellationToken cancellationToken) =>
        ConcludeAsync(change, found, outcome, word: null, reference, cancellationToken);

    /// <param name="word">Of a person, where nothing else ended it.</param>
    public static async Task ConcludeAsync(Change change, Case found, AttemptState outcome, PersonsWord? word, string? reference, CancellationToken cancellationToken)
    {
        var permit = await change.LivePermitAsync(found.Id, cancellationToken);
        permit?.Conclude(outcome, word is { } said ? PersonsWords.TextOf(said) : null, null, reference, change.Now);
        if (CaseStates.IsFinal(found.State))
        {
            // The order is free again: a live permit would stand in the way of the next case's.
            permit?.Conclude(AttemptState.Settled, null, null, null, change.Now);
        }

        await change.ShowNamedAsync(found, cancellationToken);
    }
}
