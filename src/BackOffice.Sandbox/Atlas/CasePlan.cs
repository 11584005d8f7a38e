namespace BackOffice.Sandbox.Atlas;

/// <summary>What becomes of a void or refund after its submission, by the order's script and way of payment.</summary>
internal static class CasePlan
{
    private const int PassThroughCard = 3;
    private const int OwnAirlineAccount = 4;
    private const string AgainstPolicy = "Against the policy of the airline.";

    public static IReadOnlyList<CaseStep> ForVoid(Order order, StandInOptions options) =>
        Steps(CaseKind.Void, order.Void.Script, order.PaymentMethod, PaceOfVoids(options), AgainstPolicy);

    /// <summary>A void through the refund engine is as quick as any void; what cannot be refunded is told only after some time.</summary>
    public static IReadOnlyList<CaseStep> ForRefund(RefundAmounts amounts, StandInOptions options)
    {
        var pace = amounts.Reason is RefundReason.Void ? PaceOfVoids(options) : PaceOfRefunds(options);
        var (script, reason) = amounts switch
        {
            { IsRefundable: false } => (CaseScript.RejectedByAirline, "Voluntary refund of a fare that cannot be refunded."),
            { Order.PaymentMethod: OwnAirlineAccount } => (CaseScript.RejectedByAirline, "Issued on the agency's own account at the airline."),
            _ => (amounts.Order.Refund.Script, AgainstPolicy),
        };
        return Steps(CaseKind.Refund, script, amounts.Order.PaymentMethod, pace, reason);
    }

    public static CaseStep Step(CaseKind kind, TimeSpan after, int status, string? reason = null) =>
        new(after, status, reason, MessageOf(kind, status));

    public static string MessageOf(CaseKind kind, int status) => status switch
    {
        0 => $"{kind} request accepted.",
        1 => $"{kind} request sent to the airline.",
        2 => $"{kind} confirmed by the airline and refunded.",
        3 => $"{kind} confirmed, the airline is refunding.",
        4 => $"{kind} rejected.",
        5 => $"{kind} completed.",
        6 => $"{kind} withdrawn.",
        _ => $"{kind} changed.",
    };

    private static IReadOnlyList<CaseStep> Steps(CaseKind kind, CaseScript script, int paymentMethod, Pace pace, string rejection)
    {
        var done = paymentMethod is PassThroughCard ? 5 : 2;
        var word = kind is CaseKind.Void ? "void" : "refund";
        var atAirline = Step(kind, pace.Processing, 1);
        return script switch
        {
            CaseScript.StuckAtZero => [],
            CaseScript.SkipsToEnd => [Step(kind, pace.Processing, done)],
            CaseScript.RejectedByAirline => [atAirline, Step(kind, pace.Refunding, 4, rejection)],
            CaseScript.AttemptsUsedUp => [new(pace.Refunding, 4, $"Automatic {word} failed.", $"Automatic {word} given up after 10 attempts.")],
            CaseScript.Normal when done is 5 => [atAirline, Step(kind, pace.Done, 5)],
            CaseScript.Normal => [atAirline, Step(kind, pace.Refunding, 3), Step(kind, pace.Done, 2)],
        };
    }

    private static Pace PaceOfVoids(StandInOptions options) =>
        new(options.AirlineProcessingAfter, options.AirlineRefundingAfter, options.DoneAfter);

    private static Pace PaceOfRefunds(StandInOptions options) =>
        new(options.RefundProcessingAfter, options.RefundRefundingAfter, options.RefundDoneAfter);

    private sealed record Pace(TimeSpan Processing, TimeSpan Refunding, TimeSpan Done);
}
