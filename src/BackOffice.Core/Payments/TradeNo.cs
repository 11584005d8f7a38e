using BackOffice.Core.Values;

namespace BackOffice.Core.Payments;

/// <summary>AsiaBill's number of a customer's payment: 22 digits. A text, because no number type may touch it.</summary>
public readonly record struct TradeNo
{
    private const int Length = 22;

    private TradeNo(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads what a person typed or pasted: white space anywhere is dropped.</summary>
    public static Outcome<TradeNo> Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        return IsOne(text) ? new TradeNo(text) : PaymentsRefusals.TradeNoInvalid;
    }

    /// <summary>For numbers that come from our own database.</summary>
    public static TradeNo Of(string value) => IsOne(value) ? new TradeNo(value) : throw new FormatException("Not a trade number.");

    public override string ToString() => Value ?? "";

    private static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiDigit);
}
