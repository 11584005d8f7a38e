using BackOffice.Core.Values;

namespace BackOffice.Core.Settings;

public static class SettingsRefusals
{
    public static readonly Refusal CurrencyInvalid = new("settings.currency-invalid", RefusalKind.Input);
    public static readonly Refusal RuleExists = new("settings.rule-exists", RefusalKind.Conflict);
    public static readonly Refusal RuleUnknown = new("settings.rule-unknown", RefusalKind.NotFound);
    public static readonly Refusal AmountInvalid = new("settings.amount-invalid", RefusalKind.Input);
    public static readonly Refusal SecondNotAboveFree = new("settings.second-not-above-free", RefusalKind.Input);
    public static readonly Refusal MarginOutOfRange = new("settings.margin-out-of-range", RefusalKind.Input);
    public static readonly Refusal QuoteLifeOutOfRange = new("settings.quote-life-out-of-range", RefusalKind.Input);
    public static readonly Refusal QuietPeriodOutOfRange = new("settings.quiet-period-out-of-range", RefusalKind.Input);
    public static readonly Refusal ChangedMeanwhile = new("settings.changed-meanwhile", RefusalKind.Conflict);
    public static readonly Refusal WebhookAddressInvalid = new("settings.webhook-address-invalid", RefusalKind.Input);
    public static readonly Refusal WebhookOnlyLive = new("settings.webhook-only-live", RefusalKind.NotNow);
}
