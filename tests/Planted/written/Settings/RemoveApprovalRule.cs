using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Settings;

/// <summary>Takes a currency's rule away: from then on every sum of it needs one approval.</summary>
public sealed class RemoveApprovalRule(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, string currency, int seenVersion, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.ManageSettings, async (change, _) =>
        {
            var rule = await change.Db.FindAsync<ApprovalRule>([currency], cancellationToken);
            if (rule is null)
            {
                return SettingsRefusals.RuleUnknown.With(currency);
            }

            if (rule.Version != seenVersion)
            {
                return SettingsRefusals.ChangedMeanwhile;
            }

            change.Db.Remove(rule);
            change.Audit("settings.rule-removed", "rule:" + currency, new { before = RuleFacts.Of(rule), after = (RuleFacts?)null });
            return default(Done);
        }, cancellationToken);
}
