using BackOffice.Core.Values;

namespace BackOffice.Core.Payments;

/// <summary>Refusals of giving a card payment back; the partner's codes are translated into these in one table.</summary>
public static class PaymentsRefusals
{
    public static readonly Refusal TradeNoInvalid = new("payments.trade-no-invalid", RefusalKind.Input);
    public static readonly Refusal BatchNoInvalid = new("payments.batch-no-invalid", RefusalKind.Input);
    public static readonly Refusal BatchNoUnconfirmed = new("payments.batch-no-unconfirmed", RefusalKind.Conflict);
    public static readonly Refusal PartnerSilent = new("payments.partner-silent", RefusalKind.NoAnswer);
    public static readonly Refusal AmountNotPositive = new("payments.amount-not-positive", RefusalKind.Input);
    public static readonly Refusal OtherCurrency = new("payments.other-currency", RefusalKind.Input);
    public static readonly Refusal OtherTotal = new("payments.other-total", RefusalKind.Conflict);
    public static readonly Refusal NothingLeft = new("payments.nothing-left", RefusalKind.NotNow);
    public static readonly Refusal MoreThanLeft = new("payments.more-than-left", RefusalKind.Input);
    public static readonly Refusal TextMissing = new("payments.text-missing", RefusalKind.Input);
    public static readonly Refusal TextTooLong = new("payments.text-too-long", RefusalKind.Input);
    public static readonly Refusal TextCharacters = new("payments.text-characters", RefusalKind.Input);

    public static readonly Refusal NotSetUp = new("payments.not-set-up", RefusalKind.NotNow);
    public static readonly Refusal SendingOff = new("payments.sending-off", RefusalKind.NotNow);
    public static readonly Refusal PartnerAccount = new("payments.partner-account", RefusalKind.Partner);
    public static readonly Refusal PartnerAddress = new("payments.partner-address", RefusalKind.Partner);
    public static readonly Refusal ClockOff = new("payments.clock-off", RefusalKind.Partner);
    public static readonly Refusal SignatureRefused = new("payments.signature-refused", RefusalKind.Partner);
    public static readonly Refusal RejectedRequest = new("payments.rejected-request", RefusalKind.Partner);
    public static readonly Refusal UnlistedCode = new("payments.unlisted-code", RefusalKind.Partner);
}
