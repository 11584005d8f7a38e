using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

public sealed class QuoteDifferencesTests
{
    [Fact]
    public void Between_SameFigures_MarksNothing() => Assert.DoesNotContain(QuoteDifferences.Between(ACase.Quote(8_274), ACase.Quote(8_274)), d => d.Differs);

    [Fact]
    public void Between_LessBack_MarksSumTicketAndFare() => Assert.Equal(
        [QuoteFigure.Sum, QuoteFigure.TicketBack, QuoteFigure.FareBack], QuoteDifferences.Between(ACase.Quote(8_274), ACase.Quote(8_000)).Where(d => d.Differs).Select(d => d.What));

    [Fact]
    public void Between_CashAndVoucher_MarksTheMethodAndTheMissingSum()
    {
        var cash = ACase.Quote(8_274);
        var voucher = ACase.Quote(ACase.Content(0) with { Method = RefundMethod.Voucher, FareBack = null, Tickets = [] });

        var differences = QuoteDifferences.Between(cash, voucher).Where(d => d.Differs).ToDictionary(d => d.What, d => d.Now);

        Assert.Equal(RefundMethod.Voucher, differences[QuoteFigure.Method]);
        Assert.Null(differences[QuoteFigure.Sum]);
    }

    [Fact]
    public void Between_AnExtraMore_NamesIt()
    {
        var more = ACase.Quote(ACase.Content(8_274) with { Extras = [new QuotedExtra("TESTB1", new Money(2_000, "USD"), new Money(2_000, "USD"))] });

        var extra = Assert.Single(QuoteDifferences.Between(ACase.Quote(8_274), more), d => d.What == QuoteFigure.ExtraBack);

        Assert.Equal(("TESTB1", true), (extra.Of, extra.Differs));
    }

    /// <summary>What stays as it was is not worth a line, unless it is what everybody looks for.</summary>
    [Fact]
    public void Between_SameFigures_ShowsTheUsualOnesAlone() => Assert.Equal(
        [QuoteFigure.Sum, QuoteFigure.Method, QuoteFigure.TicketBack, QuoteFigure.FareBack, QuoteFigure.Fee, QuoteFigure.Deadline],
        QuoteDifferences.Between(ACase.Quote(8_274), ACase.Quote(8_274)).Select(d => d.What));
}
