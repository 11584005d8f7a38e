using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

public sealed class QuoteDifferencesTests
{
    [Fact]
    public void Between_SameFigures_MarksNothing() => Assert.DoesNotContain(QuoteDifferences.Between(ACase.Quote(8_274), ACase.Quote(8_274)), d => d.Differs);

    [Fact]
    public void Between_LessBack_MarksSumFareAndTicket() => Assert.Equal(
        ["Sum", "Fare", "Ticket"], QuoteDifferences.Between(ACase.Quote(8_274), ACase.Quote(8_000)).Where(d => d.Differs).Select(d => d.What));

    [Fact]
    public void Between_CashAndVoucher_MarksTheMethodAndTheMissingSum()
    {
        var cash = ACase.Quote(8_274);
        var voucher = Copy(ACase.Content(0) with { Method = RefundMethod.Voucher, FareBack = null, Tickets = [] });

        var differences = QuoteDifferences.Between(cash, voucher).Where(d => d.Differs).ToDictionary(d => d.What, d => d.Now);

        Assert.Equal(RefundMethod.Voucher, differences["Method"]);
        Assert.Null(differences["Sum"]);
    }

    [Fact]
    public void Between_AnExtraMore_NamesIt()
    {
        var more = Copy(ACase.Content(8_274) with { Extras = [new QuotedExtra("TESTB1", new Money(2_000, "USD"), new Money(2_000, "USD"))] });

        var extra = Assert.Single(QuoteDifferences.Between(ACase.Quote(8_274), more), d => d.What == "Extra");

        Assert.Equal(("TESTB1", true), (extra.Code, extra.Differs));
    }

    private static BackOffice.Core.Cases.CaseQuote Copy(PartnerQuote content)
    {
        var one = ACase.Quote(0);
        return new BackOffice.Core.Cases.CaseQuote
        {
            CaseId = one.CaseId, QuotedAt = one.QuotedAt, QuotedByName = one.QuotedByName, Fingerprint = one.Fingerprint, Content = content, Deadline = one.Deadline, Raw = one.Raw,
        };
    }
}
