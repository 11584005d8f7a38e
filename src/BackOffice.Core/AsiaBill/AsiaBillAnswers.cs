using System.Collections.Frozen;
using System.Globalization;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;

namespace BackOffice.Core.AsiaBill;

/// <summary>What a business code means for us. Exactly one of the two parts is set, or none where the code is a yes.</summary>
internal readonly record struct AsiaBillMeaning(Refusal? Refusal, string? Unknown);

/// <summary>
/// The one table from AsiaBill's codes to our words. Only part of the partner's own table is known, so a send counts as refused only where the
/// code proves that nothing was done, and everything else about it is unknown. The text that comes with a code is never looked at.
/// </summary>
internal static class AsiaBillAnswers
{
    /// <summary>AsiaBill writes its yes in two ways.</summary>
    private static readonly FrozenSet<string> Yes = new[] { "0000", "00000" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Turned away at the door: whoever answers so has not executed anything.</summary>
    private static readonly FrozenDictionary<string, Refusal> Table = new Dictionary<string, Refusal>(StringComparer.Ordinal)
    {
        ["L0001"] = PaymentsRefusals.PartnerAccount,
        ["L0002"] = PaymentsRefusals.PartnerAddress,
        ["L0003"] = PaymentsRefusals.ClockOff,
        ["L0005"] = PaymentsRefusals.SignatureRefused,
        ["P0001"] = PaymentsRefusals.RejectedRequest,
        ["P0002"] = PaymentsRefusals.RejectedRequest,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// "Something went wrong", and "this id came before": the second proves that an earlier request arrived, not what became of it. No answer to
    /// a question, and no proof about a send.
    /// </summary>
    private static readonly FrozenSet<string> NoAnswer = new[] { "S0001", "L0004" }.ToFrozenSet(StringComparer.Ordinal);

    public static AsiaBillMeaning OfQuestion(string code) =>
        Yes.Contains(code) ? default
        : NoAnswer.Contains(code) ? new(null, Named(code))
        : new((Table.TryGetValue(code, out var refusal) ? refusal : PaymentsRefusals.UnlistedCode).FromPartner(code), null);

    public static AsiaBillMeaning OfSend(string code) =>
        Yes.Contains(code) ? default
        : Table.TryGetValue(code, out var refusal) ? new(refusal.FromPartner(code), null)
        : new(null, Named(code));

    /// <summary>The digits of a code, for records that keep a number; the whole code is on the refusal. 0 where there are none.</summary>
    public static int NumberOf(string code) =>
        int.TryParse(string.Concat(code.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static CardRefundStatus? StatusOf(string? word) => word?.ToUpperInvariant() switch
    {
        "PENDING" => CardRefundStatus.Pending,
        "SUCCESS" => CardRefundStatus.Success,
        "FAIL" => CardRefundStatus.Fail,
        _ => null,
    };

    private static string Named(string code) => "code-" + code;
}
