using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Approvals;
using BackOffice.Web.Features.Cases;
using Bunit;
using Microsoft.AspNetCore.Components;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>Masked, a family is one name over and over: wherever somebody is named, their number in the order stands beside it.</summary>
public sealed class PassengersAlikeTests : ScreenContext
{
    private static readonly OrderSnapshot Family = ACase.Order() with
    {
        Passengers =
        [
            new OrderPassenger("ZHAO", "YIFAN", PassengerType.Adult) { TicketNumbers = ["T1"] }, new OrderPassenger("ZHAO", "YILIN", PassengerType.Adult) { TicketNumbers = ["T2"] },
        ],
    };

    [Fact]
    public void QuoteTable_OfTickets_NumbersEach() => Assert.Equal(["1 ZHAO Y…", "2 ZHAO Y…"], Table(ACase.Content(8_274) with { Tickets = [Ticket("YIFAN", "T1"), Ticket("YILIN", "T2")] }));

    [Fact]
    public void QuoteTable_WithoutTickets_NumbersEach() => Assert.Equal(["1 ZHAO Y…", "2 ZHAO Y…"], Table(ACase.Content(8_274) with { Tickets = [] }));

    [Fact]
    public void QuoteTable_OfOneAlone_NumbersNobody()
    {
        var table = Render<QuoteTable>(p => p
            .Add(t => t.Of, ACase.Content(8_274)).Add(t => t.Order, ACase.Order()).Add(t => t.Passengers, ACase.Order().Passengers).Add(t => t.Names, Mask.Name));

        Assert.Empty(table.FindAll(".passenger-number"));
    }

    [Fact]
    public void VoucherList_OfTwo_NumbersEach() =>
        Assert.Equal(["1 ZHAO Y…", "2 ZHAO Y…"], Named(Render<VoucherList>(p => p.Add(v => v.Of, Vouchers(5_000).Content.Vouchers).Add(v => v.Order, Family))));

    [Fact]
    public void Differences_OfTwo_NumberEach() => Assert.Equal(
        ["1 ZHAO Y…", "2 ZHAO Y…"], Named(Render<QuoteDifferenceTable>(p => p.Add(t => t.Before, Vouchers(5_000)).Add(t => t.Now, Vouchers(4_000)).Add(t => t.Order, Family))));

    [Fact]
    public void Comparison_OfTwo_NumbersEach() => Assert.Equal(
        ["1 ZHAO Y…", "2 ZHAO Y…"], Named(Render<ComparisonTable>(p => p.Add(t => t.Frozen, Vouchers(5_000)).Add(t => t.Present, Vouchers(4_000)).Add(t => t.Order, Family))));

    [Fact]
    public void OrderCard_OfTwo_NumbersEach() => Assert.Equal(["1 ZHAO Y…", "2 ZHAO Y…"], Named(Render<OrderCard>(p => p.Add(c => c.Order, Family).Add(c => c.Kind, CaseKind.Void))));

    private static QuotedTicket Ticket(string first, string number) => new("ZHAO", first, number) { Back = new Money(4_000, "USD") };

    private static CaseQuote Vouchers(long worth) => ACase.Quote(ACase.Content(0) with
    {
        Kind = CaseKind.Refund, Method = RefundMethod.Voucher, FareBack = null, Tickets = [], Vouchers = [new QuotedVoucher("VJ", new Money(worth, "USD"), ["ZHAO/YIFAN", "ZHAO/YILIN"])],
    });

    private string[] Table(PartnerQuote quote) => Named(Render<QuoteTable>(p => p
        .Add(t => t.Of, quote).Add(t => t.Order, Family).Add(t => t.Passengers, Family.Passengers).Add(t => t.Names, Mask.Name)));

    /// <summary>What is seen of each: the number, and the name after it.</summary>
    private static string[] Named<T>(IRenderedComponent<T> screen)
        where T : IComponent =>
        [.. screen.FindAll(".passenger-number").Select(n => n.QuerySelector("[aria-hidden]")!.TextContent + " " + n.NextElementSibling!.TextContent)];
}
