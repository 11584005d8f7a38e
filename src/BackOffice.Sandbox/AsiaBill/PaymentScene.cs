namespace BackOffice.Sandbox;

/// <summary>A situation to rehearse, played by one payment that an agent knows by its number.</summary>
/// <param name="Key">Stable, in kebab case.</param>
/// <param name="TradeNo">Stable; the same after every reset.</param>
/// <param name="Expectation">What happens to somebody who refunds it.</param>
public sealed record PaymentScene(
    string Key,
    string TradeNo,
    string Title,
    string TitleZh,
    string Expectation,
    string ExpectationZh)
{
    /// <summary>What goes wrong with the first refund asked for over the API.</summary>
    internal Fault? FirstRefund { get; init; }

    /// <summary>A refund that was made before.</summary>
    internal EarlierRefund? RefundedBefore { get; init; }

    /// <summary>The payment under a number, as seen from a moment.</summary>
    internal Func<string, DateTimeOffset, CardPayment> Payment { get; init; } =
        static (tradeNo, now) => new CardPayment(tradeNo, "USD", 200.00m, now.AddDays(-2));
}

/// <param name="BatchNo">Stable, where the scene plays under its own number.</param>
internal sealed record EarlierRefund(string BatchNo, decimal Amount);
