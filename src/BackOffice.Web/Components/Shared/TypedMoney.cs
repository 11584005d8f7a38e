using System.Globalization;
using BackOffice.Core.Values;

namespace BackOffice.Web.Components.Shared;

/// <summary>An amount as a person types it. Pure.</summary>
public static class TypedMoney
{
    private const int CurrencyLetters = 3;

    /// <summary>
    /// A point and no grouping: a comma could mean either. Null where it is no number, has more decimals than the currency, or where the currency is
    /// no three letters.
    /// </summary>
    public static Money? Read(string? amount, string? currency)
    {
        var code = (currency ?? "").Trim().ToUpperInvariant();
        return IsCurrency(code)
            && decimal.TryParse((amount ?? "").Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Money.From(number, code)
            : null;
    }

    /// <summary>The sentence about a currency that is none, as a key of the text that stands by the field; null where it is one.</summary>
    public static string? WhyNotKey(string? currency) => IsCurrency((currency ?? "").Trim().ToUpperInvariant()) ? null : "Currency.Unreadable";

    private static bool IsCurrency(string code) => code.Length == CurrencyLetters && code.All(char.IsAsciiLetterUpper);
}
