namespace BackOffice.Sandbox.Atlas;

/// <summary>What becomes of a void after its submission, by the order's script and way of payment.</summary>
internal static class VoidPlan
{
    private const int PassThroughCard = 3;

    public static IReadOnlyList<VoidStep> For(Order order, StandInOptions options)
    {
        var done = order.PaymentMethod is PassThroughCard ? 5 : 2;
        var atAirline = Step(options.AirlineProcessingAfter, 1);
        return order.Void.Script switch
        {
            VoidScript.StuckAtZero => [],
            VoidScript.SkipsToEnd => [Step(options.AirlineProcessingAfter, done)],
            VoidScript.RejectedByAirline =>
            [
                atAirline,
                new(options.AirlineRefundingAfter, 4, "Against the policy of the airline.", MessageOf(4)),
            ],
            VoidScript.AttemptsUsedUp =>
            [
                new(options.AirlineRefundingAfter, 4, "Automatic void failed.", "Automatic void given up after 10 attempts."),
            ],
            VoidScript.Normal when done is 5 => [atAirline, Step(options.DoneAfter, 5)],
            VoidScript.Normal => [atAirline, Step(options.AirlineRefundingAfter, 3), Step(options.DoneAfter, 2)],
        };
    }

    public static VoidStep Step(TimeSpan after, int status) => new(after, status, null, MessageOf(status));

    public static string MessageOf(int status) => status switch
    {
        0 => "Void request accepted.",
        1 => "Void request sent to the airline.",
        2 => "Void confirmed by the airline and refunded.",
        3 => "Void confirmed, the airline is refunding.",
        4 => "Void rejected.",
        5 => "Void completed.",
        6 => "Void withdrawn.",
        _ => "Void changed.",
    };
}
