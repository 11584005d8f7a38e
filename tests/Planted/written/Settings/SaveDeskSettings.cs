using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Settings;

/// <param name="SeenVersion">Of the settings that were on the screen.</param>
public sealed record SaveDeskSettingsInput(TimeSpan SafetyMargin, TimeSpan QuoteGoodFor, TimeSpan QuietPeriod, int SeenVersion);

/// <summary>Changes the three times that the desk lives by. They hold from the next decision on.</summary>
public sealed class SaveDeskSettings(Store store)
{
    public static (TimeSpan Least, TimeSpan Most) SafetyMargin { get; } = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30));

    public static (TimeSpan Least, TimeSpan Most) QuoteGoodFor { get; } = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(60));

    /// <summary>Not under five minutes: an answer that is under way must have had the time to show.</summary>
    public static (TimeSpan Least, TimeSpan Most) QuietPeriod { get; } = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(240));

    public Task<Outcome<Done>> ExecuteAsync(Actor actor, SaveDeskSettingsInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.ManageSettings, async (change, _) =>
        {
            if (WhyNot(input) is { } no)
            {
                return no;
            }

            var desk = await change.Db.Set<DeskSettings>().SingleAsync(cancellationToken);
            if (desk.Version != input.SeenVersion)
            {
                return SettingsRefusals.ChangedMeanwhile;
            }

            var before = DeskFacts.Of(desk);
            (desk.SafetyMargin, desk.QuoteGoodFor, desk.QuietPeriod) = (input.SafetyMargin, input.QuoteGoodFor, input.QuietPeriod);
            if (DeskFacts.Of(desk) == before)
            {
                return default(Done);
            }

            desk.Version++;
            change.Audit("settings.times-changed", "settings:desk", new { before, after = DeskFacts.Of(desk) });
            return default(Done);
        }, cancellationToken);

    private static Refusal? WhyNot(SaveDeskSettingsInput input) =>
        Outside(input.SafetyMargin, SafetyMargin, SettingsRefusals.MarginOutOfRange)
        ?? Outside(input.QuoteGoodFor, QuoteGoodFor, SettingsRefusals.QuoteLifeOutOfRange)
        ?? Outside(input.QuietPeriod, QuietPeriod, SettingsRefusals.QuietPeriodOutOfRange);

    private static Refusal? Outside(TimeSpan value, (TimeSpan Least, TimeSpan Most) range, Refusal refusal) =>
        value < range.Least || value > range.Most ? refusal.With((int)range.Least.TotalMinutes, (int)range.Most.TotalMinutes) : null;

    /// <param name="SafetyMargin">All three in seconds.</param>
    private sealed record DeskFacts(double SafetyMargin, double QuoteGoodFor, double QuietPeriod)
    {
        public static DeskFacts Of(DeskSettings desk) => new(desk.SafetyMargin.TotalSeconds, desk.QuoteGoodFor.TotalSeconds, desk.QuietPeriod.TotalSeconds);
    }
}
