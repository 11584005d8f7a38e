using BackOffice.Core.Values;

namespace Unit.Values;

public sealed class MoneyTests
{
    public static TheoryData<decimal?, string?, string?> Readings { get; } = new()
    {
        { 191.98m, "USD", "USD 191.98" },
        { 191.980000m, "usd", "USD 191.98" },
        { 0m, "EUR", "EUR 0.00" },
        { -5.5m, "EUR", "EUR -5.50" },
        { 41900m, "JPY", "JPY 41900" },
        { 41900.0m, "JPY", "JPY 41900" },
        { 41900.5m, "JPY", null },
        { 1.234m, "KWD", "KWD 1.234" },
        { 1.2345m, "KWD", null },
        { 191.985m, "USD", null },
        { 10_000_000_000_000m, "USD", "USD 10000000000000.00" },
        { 10_000_000_000_000.01m, "USD", null },
        { decimal.MaxValue, "USD", null },
        { decimal.MinValue, "KWD", null },
        { null, "USD", null },
        { 1m, null, null },
        { 1m, "", null },
        { 1m, "US", null },
        { 1m, "USDT", null },
        { 1m, "U$D", null },
        { 1m, "ＵＳＤ", null },
    };

    /// <summary>What does not fit is no amount: it is neither rounded nor does it end the reading of the answer it came in.</summary>
    [Theory]
    [MemberData(nameof(Readings))]
    public void From_APartnersDecimal_IsExactOrNothing(decimal? amount, string? currency, string? expected) =>
        Assert.Equal(expected, Money.From(amount, currency)?.ToString());

    [Fact]
    public void Sum_OfOneCurrency_Adds() => Assert.Equal(new Money(150, "USD"), new Money(200, "USD") - new Money(100, "USD") + new Money(50, "USD"));

    [Fact]
    public void Sum_OfTwoCurrencies_Throws() => Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") + new Money(1, "EUR"));

    [Fact]
    public void Difference_OfTwoCurrencies_Throws() => Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") - new Money(1, "EUR"));

    [Fact]
    public void Comparison_OfTwoCurrencies_Throws() => Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") < new Money(1, "EUR"));

    [Fact]
    public void Sum_BeyondTheLargest_ThrowsInsteadOfTurningNegative() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "USD") + new Money(1, "USD"));

    [Fact]
    public void Comparison_OfOneCurrency_GoesByAmount() =>
        Assert.Equal(
            (true, true, true, false),
            (new Money(1, "USD") < new Money(2, "USD"), new Money(2, "USD") >= new Money(2, "USD"), new Money(3, "USD") > new Money(2, "USD"), new Money(2, "USD") <= new Money(1, "USD")));

    [Theory]
    [InlineData(19198, "USD", "191.98")]
    [InlineData(5, "USD", "0.05")]
    [InlineData(-5, "USD", "-0.05")]
    [InlineData(8990, "JPY", "8990")]
    [InlineData(1234, "KWD", "1.234")]
    [InlineData(long.MaxValue, "USD", "92233720368547758.07")]
    public void Text_OfMoney_IsTheSameInEveryCulture(long minor, string currency, string expected)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal((expected, currency + " " + expected), (new Money(minor, currency).ToPlainNumber(), new Money(minor, currency).ToString()));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
