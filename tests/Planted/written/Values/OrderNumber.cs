using System.Diagnostics.CodeAnalysis;

namespace BackOffice.Core.Values;

/// <summary>Atlas's order number: letters and digits, upper case, at most 40 characters. Opaque otherwise.</summary>
public readonly record struct OrderNumber
{
    private OrderNumber(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads what a person typed or pasted: white space anywhere is dropped, lower case is raised.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out OrderNumber number)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var good = text.Length is >= 10 and <= 40 && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiDigit);
        number = good ? new OrderNumber(text) : default;
        return good;
    }

    /// <summary>For numbers that come from our own database or from Atlas.</summary>
    public static OrderNumber Of(string value) =>
        TryParse(value, out var number) ? number : throw new FormatException("Not an order number.");

    public override string ToString() => Value ?? "";
}
