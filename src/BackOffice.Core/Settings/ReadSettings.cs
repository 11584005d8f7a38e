using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Settings;

public sealed record SettingsView(DeskSettings Desk, IReadOnlyList<ApprovalRule> Rules, PartnerFacts Partners, CardConnection Cards);

/// <summary>The office's own rules, as stored now.</summary>
public sealed class ReadSettings(Store store, PartnerFacts partners, ICardRefundQuestions cards)
{
    public Task<Outcome<SettingsView>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ReadAsync<SettingsView>(actor, Permission.ManageSettings, async (db, _) => new SettingsView(
            await db.Set<DeskSettings>().SingleAsync(cancellationToken),
            await db.Set<ApprovalRule>().OrderBy(r => r.Currency).ToListAsync(cancellationToken),
            partners, cards.Connection), cancellationToken);
}
