using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Settings;

/// <param name="FreeUpTo">In major units, at most the currency's decimals; zero: one approval from the first cent on.</param>
/// <param name="SecondFrom">Above the free sum; none: two people are never needed.</param>
/// <param name="SeenVersion">Of the rule that was on the screen; none for a new rule.</param>
public sealed record SaveApprovalRuleInput(string Currency, decimal FreeUpTo, decimal? SecondFrom, int? SeenVersion);

/// <summary>Adds or changes the approval rule of one currency. Requests that wait already keep the number of people they were asked with.</summary>
public sealed class SaveApprovalRule(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, SaveApprovalRuleInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.ManageSettings, async (change, _) =>
        {
            if (!Read(input).IsDone(out var typed, out var unreadable))
            {
                return unreadable;
            }

            var before = await change.Db.FindAsync<ApprovalRule>([typed.Currency], cancellationToken);
            if (WhyNot(before, input.SeenVersion, typed.Currency) is { } no)
            {
                return no;
            }

            var rule = before ?? new ApprovalRule { Currency = typed.Currency, FreeUpToMinor = 0 };
            var was = before is null ? null : RuleFacts.Of(before);
            (rule.FreeUpToMinor, rule.SecondFromMinor) = (typed.FreeUpToMinor, typed.SecondFromMinor);
            rule.Version++;
            if (before is null)
            {
                change.Db.Add(rule);
            }

            change.Audit(was is null ? "settings.rule-added" : "settings.rule-changed", "rule:" + rule.Currency, new { before = was, after = RuleFacts.Of(rule) });
            return default(Done);
        }, cancellationToken);

    /// <summary>The rule that the input would make, or why it makes none. Pure; for showing what a rule does while it is typed.</summary>
    public static Outcome<ApprovalRule> Read(SaveApprovalRuleInput input)
    {
        var currency = input.Currency.Trim().ToUpperInvariant();
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            return SettingsRefusals.CurrencyInvalid;
        }

        if (Money.From(input.FreeUpTo, currency) is not { Minor: >= 0 } free)
        {
            return SettingsRefusals.AmountInvalid.With(currency, Currencies.Decimals(currency));
        }

        if (input.SecondFrom is null)
        {
            return new ApprovalRule { Currency = currency, FreeUpToMinor = free.Minor };
        }

        if (Money.From(input.SecondFrom, currency) is not { } second)
        {
            return SettingsRefusals.AmountInvalid.With(currency, Currencies.Decimals(currency));
        }

        return second > free
            ? new ApprovalRule { Currency = currency, FreeUpToMinor = free.Minor, SecondFromMinor = second.Minor }
            : SettingsRefusals.SecondNotAboveFree;
    }

    private static Refusal? WhyNot(ApprovalRule? stored, int? seenVersion, string currency) => (stored, seenVersion) switch
    {
        (null, null) => null,
        (null, _) => SettingsRefusals.RuleUnknown.With(currency),
        (_, null) => SettingsRefusals.RuleExists.With(currency),
        _ => stored.Version == seenVersion ? null : SettingsRefusals.ChangedMeanwhile,
    };
}

/// <summary>A rule as the trail keeps it.</summary>
internal sealed record RuleFacts(string FreeUpTo, string? SecondFrom)
{
    public static RuleFacts Of(ApprovalRule rule) => new(rule.FreeUpTo.ToString(), rule.SecondFrom?.ToString());
}
