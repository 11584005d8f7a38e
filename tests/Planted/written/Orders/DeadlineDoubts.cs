namespace BackOffice.Core.Orders;

/// <summary>Why a <see cref="Deadline"/> is not certain. The words are stored and are text keys: they never change.</summary>
public static class DeadlineDoubts
{
    /// <summary>The partner named a moment, and it cannot be read.</summary>
    public const string PartnerDeadline = "partner-deadline";

    /// <summary>The limit after issue came and cannot be read.</summary>
    public const string AfterIssue = "after-issue";

    /// <summary>The limit before departure came and cannot be read.</summary>
    public const string BeforeDeparture = "before-departure";

    /// <summary>The same-day limit came and cannot be read.</summary>
    public const string SameDay = "same-day";

    /// <summary>The partner does not say when the ticket was issued; the payment, which is earlier, stands in.</summary>
    public const string IssueTime = "issue-time";

    /// <summary>Not even the payment's time is known; the order's creation stands in, or nothing does.</summary>
    public const string PaymentTime = "payment-time";

    /// <summary>The partner does not say in what the number is counted.</summary>
    public const string Units = "units";

    /// <summary>No zone came, or one that cannot be read: the earliest that makes sense is shown.</summary>
    public const string Zone = "zone";

    /// <summary>The departure airport's zone is not known.</summary>
    public const string Airport = "airport";

    /// <summary>The first flight's departure time is missing.</summary>
    public const string DepartureTime = "departure-time";

    /// <summary>The cut-off of the day of payment lies before the payment: whether the next day counts is not said.</summary>
    public const string IssueDay = "issue-day";

    /// <summary>The clocks change at that very moment; the earlier reading is shown.</summary>
    public const string ClockChange = "clock-change";

    /// <summary>No limit came at all.</summary>
    public const string Nothing = "nothing";

    public static IReadOnlyList<string> All { get; } =
    [
        PartnerDeadline, AfterIssue, BeforeDeparture, SameDay, IssueTime, PaymentTime, Units, Zone, Airport, DepartureTime, IssueDay, ClockChange, Nothing,
    ];
}
