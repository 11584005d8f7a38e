using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Settings;

/// <param name="Amount">In major units, at most the currency's decimals; zero for no fee.</param>
public sealed record AgencyFeeInput(decimal Amount, string Currency)
{
    public static AgencyFeeInput? Of(Money? fee) => fee is { } money ? new AgencyFeeInput(money.Amount, money.Currency) : null;
}

/// <param name="AgencyFee">Null for none.</param>
/// <param name="SeenVersion">Of the settings that were on the screen.</param>
public sealed record SaveDeskSettingsInput(TimeSpan SafetyMargin, TimeSpan QuoteGoodFor, TimeSpan QuietPeriod, AgencyFeeInput? AgencyFee, int SeenVersion);

/// <summary>Changes the three times that the desk lives by, and the agency's own fee. They hold from the next decision on.</summary>
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

            if (!Read(input.AgencyFee).IsDone(out var fee, out var unreadable))
            {
                return unreadable;
            }

            var desk = await change.Db.Set<DeskSettings>().SingleAsync(cancellationToken);
            if (desk.Version != input.SeenVersion)
            {
                return SettingsRefusals.ChangedMeanwhile;
            }

            var before = (Times: DeskFacts.Of(desk), Fee: desk.AgencyFee);
            (desk.SafetyMargin, desk.QuoteGoodFor, desk.QuietPeriod, desk.AgencyFee) = (input.SafetyMargin, input.QuoteGoodFor, input.QuietPeriod, fee.Money);
            var after = (Times: DeskFacts.Of(desk), Fee: desk.AgencyFee);
            if (after == before)
            {
                return default(Done);
            }

            desk.Version++;
            if (after.Times != before.Times)
            {
                change.Audit("settings.times-changed", "settings:desk", new { before = before.Times, after = after.Times });
            }

            if (after.Fee != before.Fee)
            {
                change.Audit("settings.fee-changed", "settings:desk", new { before = before.Fee?.ToString(), after = after.Fee?.ToString() });
            }

            return default(Done);
        }, cancellationToken);

    private static Outcome<Fee> Read(AgencyFeeInput? input)
    {
        if (input is null)
        {
            return new Fee(null);
        }

        var currency = input.Currency.Trim().ToUpperInvariant();
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            return SettingsRefusals.CurrencyInvalid;
        }

        return Money.From(input.Amount, currency) is { Minor: >= 0 } fee
            ? new Fee(fee.IsZero ? null : fee)
            : SettingsRefusals.AmountInvalid.With(currency, Currencies.Decimals(currency));
    }

    private static Refusal? WhyNot(SaveDeskSettingsInput input) =>
        Outside(input.SafetyMargin, SafetyMargin, SettingsRefusals.MarginOutOfRange)
        ?? Outside(input.QuoteGoodFor, QuoteGoodFor, SettingsRefusals.QuoteLifeOutOfRange)
        ?? Outside(input.QuietPeriod, QuietPeriod, SettingsRefusals.QuietPeriodOutOfRange);

    private static Refusal? Outside(TimeSpan value, (TimeSpan Least, TimeSpan Most) range, Refusal refusal) =>
        value < range.Least || value > range.Most ? refusal.With((int)range.Least.TotalMinutes, (int)range.Most.TotalMinutes) : null;

    private sealed record Fee(Money? Money);

    /// <param name="SafetyMargin">All three in seconds.</param>
    private sealed record DeskFacts(double SafetyMargin, double QuoteGoodFor, double QuietPeriod)
    {
        public static DeskFacts Of(DeskSettings desk) => new(desk.SafetyMargin.TotalSeconds, desk.QuoteGoodFor.TotalSeconds, desk.QuietPeriod.TotalSeconds);
    }
}
