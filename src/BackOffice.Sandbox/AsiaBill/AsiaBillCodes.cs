namespace BackOffice.Sandbox.AsiaBill;

/// <summary>
/// AsiaBill's codes. Those with S, L and P are documented; those with R are not: they carry the number that the older
/// interface gives to the same reason.
/// </summary>
internal static class AsiaBillCodes
{
    public const string Success = "00000";
    public const string ShortSuccess = "0000";
    public const string ApiError = "S0001";
    public const string Limited = "L0001";
    public const string WrongAddress = "L0002";
    public const string TimeOutOfRange = "L0003";
    public const string Repeated = "L0004";
    public const string WrongSignature = "L0005";
    public const string WrongParameter = "P0001";
    public const string MissingParameter = "P0002";
    public const string MoreThanOriginal = "R0009";
    public const string PaymentFailed = "R0013";
    public const string TypeDoesNotFit = "R0019";
    public const string NoPartialRefund = "R0020";
    public const string BeingSettled = "R0021";
    public const string MoreThanRefundable = "R0025";
    public const string TooOld = "R0027";
    public const string NoSuchTransaction = "R0098";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [Success] = "success",
        [ShortSuccess] = "success",
        [ApiError] = "api request error",
        [Limited] = "request limited: merchant state or key",
        [WrongAddress] = "request address or method is wrong",
        [TimeOutOfRange] = "request time is out of range",
        [Repeated] = "duplicate request",
        [WrongSignature] = "signature is wrong",
        [WrongParameter] = "request param error",
        [MissingParameter] = "param is null or incorrect",
        [MoreThanOriginal] = "refund amount exceeds the original amount",
        [PaymentFailed] = "the transaction has failed",
        [TypeDoesNotFit] = "refund type does not fit the amount",
        [NoPartialRefund] = "partial refund is not supported",
        [BeingSettled] = "the transaction is being settled, try again later",
        [MoreThanRefundable] = "refund amount exceeds the refundable amount",
        [TooOld] = "the transaction is older than 180 days",
        [NoSuchTransaction] = "no such transaction",
    };

    public static string TextOf(string code) => Texts.GetValueOrDefault(code, "request failed");
}

/// <summary>A call that cannot do what was asked.</summary>
internal sealed class AsiaBillRefusedException(string code, string? about = null) : Exception
{
    public string Code => code;

    /// <summary>For people.</summary>
    public string Text => about is null ? AsiaBillCodes.TextOf(code) : $"{AsiaBillCodes.TextOf(code)}: {about}";
}
