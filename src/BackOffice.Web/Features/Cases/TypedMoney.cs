using System.Globalization;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

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
        return code.Length == CurrencyLetters && code.All(char.IsAsciiLetterUpper)
            && decimal.TryParse((amount ?? "").Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Money.From(number, code)
            : null;
    }
}
