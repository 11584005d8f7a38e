using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BackOffice.Sandbox.AsiaBill;

/// <summary>What is asked for, well formed: six texts, none empty, within the assumed lengths.</summary>
internal sealed partial record RefundRequest(string TradeNo, string RefundType, decimal Amount, string Reason, string Remark, string MerTrackNo)
{
    public const string Whole = "1";
    public const string Part = "2";

    private const int LongestText = 100;
    private const int LongestTrack = 32;

    /// <exception cref="AsiaBillRefusedException">The body is not such a request.</exception>
    public static RefundRequest Read(ReadOnlySpan<byte> body)
    {
        if (Parse(body) is not { } asked)
            throw new AsiaBillRefusedException(AsiaBillCodes.WrongParameter);

        return new RefundRequest(
            Fitting(asked, "tradeNo", TradeNumber()),
            Fitting(asked, "refundType", Types()),
            decimal.Parse(Fitting(asked, "refundAmount", PositiveAmount()), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            NoLonger(asked, "refundReason", LongestText),
            NoLonger(asked, "remark", LongestText),
            NoLonger(asked, "merTrackNo", LongestTrack));
    }

    /// <summary>The payment inside a body, if there is one to be read; used to book the call before it is understood.</summary>
    public static string? TradeNoIn(ReadOnlySpan<byte> body)
    {
        try
        {
            return Parse(body)?.Text("tradeNo");
        }
        catch (WrongShapeException)
        {
            return null;
        }
    }

    public static int DecimalsOf(string currency) => currency is "JPY" or "KRW" ? 0 : 2;

    private static Question? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject asked ? new Question(asked) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Fitting(Question asked, string field, Regex pattern)
    {
        var text = Required(asked, field);
        return pattern.IsMatch(text) ? text : throw new AsiaBillRefusedException(AsiaBillCodes.WrongParameter, field);
    }

    private static string NoLonger(Question asked, string field, int longest)
    {
        var text = Required(asked, field);
        return text.Length <= longest ? text : throw new AsiaBillRefusedException(AsiaBillCodes.WrongParameter, field);
    }

    private static string Required(Question asked, string field)
    {
        try
        {
            return asked.Text(field) ?? throw new AsiaBillRefusedException(AsiaBillCodes.MissingParameter, field);
        }
        catch (WrongShapeException)
        {
            throw new AsiaBillRefusedException(AsiaBillCodes.MissingParameter, field);
        }
    }

    [GeneratedRegex(@"^[0-9]{22}\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TradeNumber();

    [GeneratedRegex(@"^[12]\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Types();

    [GeneratedRegex(@"^(?=.*[1-9])[0-9]{1,10}(\.[0-9]{1,2})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PositiveAmount();
}
