using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What a customer was told, by whom and when.</summary>
public sealed record CasePromise(DateOnly On, string? Words, string ByName, DateTimeOffset At);

/// <param name="On">The day until which something happens; from today on.</param>
/// <param name="Words">Optional: what was said, at most 200 characters.</param>
public sealed record PromiseCustomerInput(string CaseNumber, DateOnly? On, string? Words);

/// <summary>Keeps what the customer was promised, so that the case comes back when that day has passed. A newer promise takes its place.</summary>
public sealed class PromiseCustomer(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, PromiseCustomerInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.WorkCases, async (change, rights) =>
        {
            if (input.On is not { } on)
            {
                return CasesRefusals.PromiseDayMissing;
            }

            if (!PromiseRules.IsUsable(on, change.Now))
            {
                return CasesRefusals.PromiseDayOutOfRange;
            }

            var words = (input.Words ?? "").Trim();
            if (words.Length > PromiseRules.LongestWords)
            {
                return CasesRefusals.PromiseTooLong.With(PromiseRules.LongestWords, words.Length);
            }

            if (!(await change.CaseAsync(input.CaseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            var day = on.ToString("O", CultureInfo.InvariantCulture);
            var promised = new CaseInput.Promised(on) { Said = words.Length == 0 ? null : words, Arguments = CaseInput.Words(day, words) };
            if (!found.Apply(promised, change.Actor, change.Now).IsDone(out _, out var refusal))
            {
                return refusal;
            }

            change.Audit("case.promised", "case:" + found.Number, new { on = day });
            return default(Done);
        }, cancellationToken);
}
