using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>Until when what was quoted can be sent. Pure.</summary>
public static class QuoteDeadline
{
    private static readonly Deadline NoWindow = new() { Limit = DeadlineLimit.NoWindow, Certainty = DeadlineCertainty.Certain };

    public static Deadline Of(PartnerQuote quote, OrderSnapshot order) => quote.Kind switch
    {
        CaseKind.Void => VoidDeadline.Of(quote, order),
        // The airlines' limits are days to months and nowhere in the answer: the partner refuses what comes too late.
        CaseKind.Refund or CaseKind.CardRefund => NoWindow,
    };
}
