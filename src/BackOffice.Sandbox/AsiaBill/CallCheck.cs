using System.Globalization;
using System.Text.RegularExpressions;

namespace BackOffice.Sandbox.AsiaBill;

/// <summary>The four headers of a call: account, number, time and signature, in this order.</summary>
internal static partial class CallCheck
{
    private static readonly TimeSpan MostDrift = TimeSpan.FromMinutes(10);

    /// <param name="isFirst">Whether no other call took the same <c>request-id</c> before.</param>
    /// <exception cref="AsiaBillRefusedException">One of them is missing or wrong.</exception>
    public static void Pass(CardCall call, bool isFirst, DateTimeOffset now, AsiaBillOptions options)
    {
        var gateway = Required(call, "gateway-no");
        var id = Required(call, "request-id");
        var time = Required(call, "request-time");
        var signature = Required(call, "sign-info");
        if (!string.Equals(gateway, options.GatewayNo, StringComparison.Ordinal))
            throw new AsiaBillRefusedException(AsiaBillCodes.Limited);
        if (!Ids().IsMatch(id))
            throw new AsiaBillRefusedException(AsiaBillCodes.WrongParameter, "request-id");
        if (!Milliseconds().IsMatch(time))
            throw new AsiaBillRefusedException(AsiaBillCodes.WrongParameter, "request-time");
        if ((now - InstantOf(time)).Duration() > MostDrift)
            throw new AsiaBillRefusedException(AsiaBillCodes.TimeOutOfRange);
        if (!AsiaBillSignature.Fits(AsiaBillSignature.Of(options.SignKey, [gateway, id, time], call.Body, InPath(call), call.Query), signature))
            throw new AsiaBillRefusedException(AsiaBillCodes.WrongSignature);
        if (!isFirst)
            throw new AsiaBillRefusedException(AsiaBillCodes.Repeated);
    }

    private static DateTimeOffset InstantOf(string milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture));

    private static IEnumerable<KeyValuePair<string, string>> InPath(CardCall call) =>
        call.BatchNo is { } batchNo ? [KeyValuePair.Create("batchNo", batchNo)] : [];

    private static string Required(CardCall call, string header) =>
        call.Header(header) ?? throw new AsiaBillRefusedException(AsiaBillCodes.MissingParameter, header);

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"^[0-9]{13}\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Milliseconds();
}
