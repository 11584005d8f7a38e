using System.Globalization;
using System.Text.Json.Serialization;

namespace BackOffice.Core.Values;

/// <summary>An amount in the minor units of one currency (cents of USD, whole yen of JPY).</summary>
/// <remarks>Amounts of different currencies are never added: that is a bug and throws.</remarks>
public readonly record struct Money(long Minor, string Currency) : IComparable<Money>
{
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>The amount in major units, with the decimals that the currency has.</summary>
    [JsonIgnore]
    public decimal Amount => Minor / Currencies.MinorPerMajor(Currency);

    [JsonIgnore]
    public bool IsZero => Minor == 0;

    public static Money Zero(string currency) => new(0, currency);

    /// <summary>
    /// The money of a partner's decimal, or null where the currency is not three letters or cannot hold that many decimals:
    /// an amount that does not fit is not rounded, because nobody has said which way.
    /// </summary>
    public static Money? From(decimal? amount, string? currency)
    {
        if (amount is not { } value || Math.Abs(value) > Largest || currency is not { Length: 3 } || !currency.All(char.IsAsciiLetter))
        {
            return null;
        }

        var code = currency.ToUpperInvariant();
        var minor = value * Currencies.MinorPerMajor(code);
        return decimal.Truncate(minor) == minor && Math.Abs(minor) <= Largest ? new Money((long)minor, code) : null;
    }

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + Same(left, right).Minor), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - Same(left, right).Minor), left.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>Invariant text for logs, files and fingerprints: <c>USD 165.48</c>. Screens format with the reader's culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency} {ToPlainNumber()}");

    /// <summary>The bare number with the currency's decimals and a point: <c>165.48</c>, <c>8990</c>.</summary>
    public string ToPlainNumber() => Amount.ToString("F" + Currencies.Decimals(Currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Money Same(Money left, Money right) =>
        string.Equals(left.Currency, right.Currency, StringComparison.Ordinal)
            ? right
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be combined.");
}
