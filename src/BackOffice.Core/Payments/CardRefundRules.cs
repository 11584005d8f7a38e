using BackOffice.Core.Values;

namespace BackOffice.Core.Payments;

/// <summary>What may be given back of a card payment, judged by our own books alone. Pure.</summary>
public static class CardRefundRules
{
    /// <summary>From the day after this age on a refund comes with a warning.</summary>
    public const int OldAfterDays = 150;

    /// <summary>AsiaBill's older interface refuses refunds of payments above this age; the newer one says nothing.</summary>
    public const int LimitInDays = 180;

    private const int LongestBatchNo = 40;

    /// <summary>The total less everything that was accepted, is on its way, or may have arrived. Never below zero.</summary>
    public static Money Refundable(CardPayment payment, IEnumerable<BookedRefund> booked)
    {
        var left = booked.Where(b => IsBound(b.State)).Aggregate(payment.Total, (rest, b) => rest - b.Amount);
        return left.Minor > 0 ? left : Money.Zero(payment.Total.Currency);
    }

    /// <summary>Why this amount cannot be given back now, or null.</summary>
    public static Refusal? WhyNot(CardPayment payment, IReadOnlyCollection<BookedRefund> booked, Money amount)
    {
        if (!string.Equals(amount.Currency, payment.Total.Currency, StringComparison.Ordinal))
        {
            return PaymentsRefusals.OtherCurrency.With(payment.Total.Currency);
        }

        if (amount.Minor <= 0)
        {
            return PaymentsRefusals.AmountNotPositive;
        }

        var left = Refundable(payment, booked);
        return left.IsZero ? PaymentsRefusals.NothingLeft
            : amount > left ? PaymentsRefusals.MoreThanLeft.With(left)
            : null;
    }

    /// <summary>Computed, never asked: AsiaBill refuses a whole refund of another amount than the whole.</summary>
    public static CardRefundType TypeOf(CardPayment payment, IEnumerable<BookedRefund> booked, Money amount) =>
        amount == payment.Total && !booked.Any(b => IsBound(b.State)) ? CardRefundType.Whole : CardRefundType.Part;

    /// <summary>A warning for payments older than <see cref="OldAfterDays"/> days, or null.</summary>
    public static CardPaymentAge? WarningOf(CardPayment payment, DateOnly today) => WarningOf(payment.PaidOn, today);

    /// <inheritdoc cref="WarningOf(CardPayment, DateOnly)"/>
    public static CardPaymentAge? WarningOf(DateOnly paidOn, DateOnly today)
    {
        var days = today.DayNumber - paidOn.DayNumber;
        return days > OldAfterDays ? new CardPaymentAge(days, days > LimitInDays) : null;
    }

    /// <summary>Reads AsiaBill's number of a refund as a person typed it or an answer carried it: printable ASCII, at most 40 characters.</summary>
    public static Outcome<string> ReadBatchNo(string? typed)
    {
        var text = (typed ?? "").Trim();
        return text.Length is > 0 and <= LongestBatchNo && text.All(c => c is >= '!' and <= '~') && text.Any(char.IsAsciiLetterOrDigit)
            ? text
            : PaymentsRefusals.BatchNoInvalid;
    }

    private static bool IsBound(BookedRefundState state) => state switch
    {
        BookedRefundState.InFlight or BookedRefundState.Unknown or BookedRefundState.Accepted => true,
        BookedRefundState.NothingMoved => false,
    };
}

/// <summary>As AsiaBill numbers them.</summary>
public enum CardRefundType
{
    Whole = 1,
    Part = 2,
}

/// <summary>How old a payment is that is to be given back.</summary>
/// <param name="IsPastLimit">Above <see cref="CardRefundRules.LimitInDays"/> days: AsiaBill may well refuse.</param>
public sealed record CardPaymentAge(int Days, bool IsPastLimit);
