namespace BackOffice.Sandbox;

/// <summary>Every situation that can be rehearsed.</summary>
public static partial class Scenes
{
    private static readonly Lazy<IReadOnlyList<Scene>> Listed = new(InOrder);

    public static IReadOnlyList<Scene> All => Listed.Value;

    /// <summary>The scene of that key, or null.</summary>
    public static Scene? Find(string key) => All.FirstOrDefault(s => string.Equals(s.Key, key, StringComparison.Ordinal));

    private static IReadOnlyList<Scene> InOrder() =>
    [
        PlainDeposit, Vcc, ClosesInThreeMinutes, SameDaySeoul, ClosesByDeparture, DeadlineGiven, TwoPassengersAndBag, Voucher,
        NotVoidableFlag, NotVoidableWindow, NotVoidableCode808, NotCovered843, Payment841, WindowClosed822, Flown820,
        LostReplyAfter, LostReplyBefore, StuckAtZero, RejectedLater, AttemptsUsedUp, SkipsToRefunded,
        Colleague816, Colleague817, Colleague818,
        ChineseName, LongName, NinePassengers, Unpaid, Ticketing, PaidInYen, SharedPnrFirst, SharedPnrSecond, RoundTripTwoPnrs,
        UnknownAirport,
        RefundAfterWindow, RefundChildStays, RefundVoucher, RefundCannotQuote, RefundNotRefundable, RefundRejectedLater, RefundVcc,
        RefundLostReply, RefundPastLimit, RefundWhereNoVoid, RefundTwoExtras, RefundQuotationFails,
        RefundConnecting,
    ];
}
