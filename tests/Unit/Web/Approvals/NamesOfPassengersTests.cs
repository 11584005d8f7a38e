using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Approvals;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Cases;
using Unit.Web.Shell;

namespace Unit.Web.Approvals;

/// <summary>Whoever may not see personal data still has to tell two passengers apart.</summary>
public sealed class NamesOfPassengersTests : ScreenContext
{
    [Theory]
    [InlineData(false, "ZHAO Y…", "QIAN E…")]
    [InlineData(true, "ZHAO/YI", "QIAN/ER")]
    public void OrderCard_OfTwoPassengers_NamesEach(bool maySee, string first, string second)
    {
        var order = ACase.Order() with { Passengers = [new OrderPassenger("ZHAO", "YI", PassengerType.Adult), new OrderPassenger("QIAN", "ER", PassengerType.Adult)] };

        var card = Render<OrderCard>(p => p.Add(c => c.Order, order).Add(c => c.Kind, CaseKind.Void).Add(c => c.MaySee, maySee));

        Assert.Equal([first, second], card.FindAll(".person").Select(n => n.TextContent));
    }

    [Theory]
    [InlineData(false, "ZHAO Y…", "QIAN E…")]
    [InlineData(true, "ZHAO/YI", "QIAN/ER")]
    public void Comparison_OfAVoucherForTwo_NamesEach(bool maySee, string first, string second)
    {
        var table = Render<ComparisonTable>(p => p.Add(c => c.Frozen, Voucher(5_000)).Add(c => c.Present, Voucher(4_000)).Add(c => c.Order, ACase.Order()).Add(c => c.MaySee, maySee));

        Assert.Equal([first, second], table.FindAll(".person").Select(n => n.TextContent));
    }

    [Theory]
    [InlineData(false, "ZHAO Y…", "QIAN E…")]
    [InlineData(true, "ZHAO/YI", "QIAN/ER")]
    public void Differences_OfAVoucherForTwo_NameEach(bool maySee, string first, string second)
    {
        var table = Render<QuoteDifferenceTable>(p => p.Add(c => c.Before, Voucher(5_000)).Add(c => c.Now, Voucher(4_000)).Add(c => c.Order, ACase.Order()).Add(c => c.MaySee, maySee));

        Assert.Equal([first, second], table.FindAll(".person").Select(n => n.TextContent));
    }

    private static CaseQuote Voucher(long worth) => ACase.Quote(ACase.Content(0) with
    {
        Kind = CaseKind.Refund, Method = RefundMethod.Voucher, FareBack = null, Tickets = [], Vouchers = [new QuotedVoucher("VJ", new Money(worth, "USD"), ["ZHAO/YI", "QIAN/ER"])],
    });
}
