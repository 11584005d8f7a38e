using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <param name="Amount">What came back on the agency's own card; zero or more.</param>
public sealed record RecordSeenAmountInput(string CaseNumber, Money Amount);

/// <summary>Keeps what a person saw coming back on the card that paid the order: Atlas cannot know it. May be said again; the trail keeps each.</summary>
public sealed class RecordSeenAmount(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, RecordSeenAmountInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.WorkCases, async (change, rights) =>
        {
            if (input.Amount.Minor < 0)
            {
                return CasesRefusals.AmountBelowZero;
            }

            if (!(await change.CaseAsync(input.CaseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            if (!found.Apply(new CaseInput.AmountSeen { Arguments = CaseInput.Words(input.Amount) }, change.Actor, change.Now).IsDone(out _, out var refusal))
            {
                return refusal;
            }

            found.SetSeenOnCard(input.Amount);
            change.Audit("case.amount-seen", "case:" + found.Number, new { amount = input.Amount.ToString() });
            return default(Done);
        }, cancellationToken);
}
