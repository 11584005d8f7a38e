using BackOffice.Core.Cases;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>Which lines of two quotes the case page shows: the usual ones, and whatever else differs. The sum stands first. Pure.</summary>
public static class QuoteDifferences
{
    public static IReadOnlyList<QuoteLine> Between(CaseQuote before, CaseQuote now) =>
        [.. QuoteLines.Between(before, now).Where(IsShown).OrderBy(line => line.What == QuoteFigure.Sum ? 0 : 1)];

    private static bool IsShown(QuoteLine line) => line.What switch
    {
        QuoteFigure.ConfirmedOn or QuoteFigure.RefundOn => false,
        QuoteFigure.Sum or QuoteFigure.Method or QuoteFigure.FareBack or QuoteFigure.ExtraBack or QuoteFigure.Fee or QuoteFigure.Voucher or QuoteFigure.Deadline => true,
        QuoteFigure.TicketBack => line.Differs || line.Now is Money,
        _ => line.Differs,
    };
}
