using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Orders;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>What a refund shows: whose tickets, how sure, which vouchers, how long.</summary>
public sealed class RefundScreenTests : ScreenContext
{
    private static readonly PartnerQuote Computed = ACase.Content(6_274) with { Kind = CaseKind.Refund };

    [Fact]
    public void QuoteTable_OfSomePassengers_SaysHowManyAndWhatTheAirlineKeeps()
    {
        var text = Table(Computed);

        Assert.Contains("1 of 2 passengers of the order", text, StringComparison.Ordinal);
        Assert.Contains("The airline keeps USD 20.00", text, StringComparison.Ordinal);
        Assert.Contains("Estimated back to deposit USD 62.74", text, StringComparison.Ordinal);
    }

    /// <summary>The amount beside a refusal to quote is not shown as what comes back.</summary>
    [Fact]
    public void QuoteTable_OfWhatTheAirlineDecides_NamesNoSum()
    {
        var text = Table(Computed with { Sureness = QuoteSureness.CannotQuote });

        Assert.Contains("Estimated back to deposit The airline decides the sum", text, StringComparison.Ordinal);
        Assert.Contains("not a quote USD 62.74", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The airline keeps", text, StringComparison.Ordinal);
    }

    /// <summary>The bag that can be read is not all that comes back.</summary>
    [Fact]
    public void QuoteTable_WithAPartThatCannotBeRead_NamesNoSum()
    {
        var bag = new Money(2_000, "USD");

        var text = Table(Computed with { FareBack = null, Extras = [new QuotedExtra("TESTB1", bag, bag)] });

        Assert.Contains("Estimated back to deposit not known", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Estimated back to deposit USD", text, StringComparison.Ordinal);
    }

    [Fact]
    public void QuoteTable_WithADisplayCurrency_ShowsItAsAConversion() =>
        Assert.Contains("for reading only EUR 57.00", Table(Computed with { FareBackShown = new Money(5_700, "EUR") }), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "ZHAO Y…")]
    [InlineData(true, "ZHAO/YIFAN")]
    public void Vouchers_NameTheirPassengersAsTheReaderMaySeeThem(bool maySee, string expected)
    {
        var voucher = new QuotedVoucher("VJ", new Money(5_000, "USD"), ["ZHAO/YIFAN"]) { ValidUntil = new DateOnly(2027, 3, 1) };

        var list = Render<VoucherList>(p => p.Add(v => v.Of, [voucher]).Add(v => v.Order, ACase.Order()).Add(v => v.MaySee, maySee));

        Assert.Equal(expected, list.Find(".person").TextContent);
        Assert.Contains("until 1 Mar 2027", list.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "d…@mail.example")]
    [InlineData(true, "desk@mail.example")]
    public void AirlineSites_TheLogInEmail_NeedsTheRightToSeePersonalData(bool maySee, string expected)
    {
        var order = ACase.Order() with { AirlineBookings = [new AirlineBooking("Y4", "Volaris", "XVOCMN") { Website = "www.volaris.example", LogInEmail = "desk@mail.example" }] };

        var sites = Render<AirlineSites>(p => p.Add(s => s.Order, order).Add(s => s.MaySee, maySee));

        Assert.Equal(expected, sites.Find(".person").TextContent);
        Assert.Equal("https://www.volaris.example/", sites.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void AirlineSites_OfAnAddressThatIsNone_IsNoLink()
    {
        var order = ACase.Order() with { AirlineBookings = [new AirlineBooking("Y4", null, null) { Website = "javascript:alert(1)" }] };

        Assert.Empty(Render<AirlineSites>(p => p.Add(s => s.Order, order)).FindAll("a"));
    }

    [Fact]
    public void ClockPanel_OfARefund_SaysThatNoWindowCloses()
    {
        var panel = Render<ClockPanel>(p => p.Add(c => c.Of, new CasePresenter(ACase.Refund(CaseState.Quoted))));

        Assert.Equal("No window that closes", panel.Find(".clock-none").TextContent);
        Assert.Empty(panel.FindAll("time-left"));
    }

    /// <summary>What a recovery or our own books hold back is no answer of Atlas's about a deadline.</summary>
    [Theory]
    [InlineData("void.window-closed", "Atlas said no and named none.")]
    [InlineData("recovery.seen-early", "A quote brings it. Until then count with little time.")]
    public void ClockPanel_WithoutADeadline_SaysThatAtlasSaidNoOnlyWhereItDid(string no, string expected)
    {
        var view = ACase.View(ACase.Row(CaseState.Open) with { Deadline = null, DeadlineAt = null }) with { LastRefusal = no };

        Assert.Equal(expected, Render<ClockPanel>(p => p.Add(c => c.Of, new CasePresenter(view))).Find("p.quiet").TextContent);
    }

    [Fact]
    public void DeadlineClock_WithoutAWindow_IsNotCalledUnknown() =>
        Assert.Equal("no window", Render<DeadlineClock>(p => p.Add(c => c.Of, ACase.Refund(CaseState.Quoted).Row.Deadline!).Add(c => c.IsShort, true)).Find(".deadline-left").TextContent);

    [Fact]
    public void Expectations_AfterSending_NameTheFourHoursAndTheDayOfAFollowUp()
    {
        var view = ACase.Refund(CaseState.Following);

        var text = Plain(Render<RefundExpectations>(p => p.Add(e => e.Of, new CasePresenter(view))).Markup);

        Assert.Contains("within 4 hours", text, StringComparison.Ordinal);
        Assert.Contains("Not before 22 Sept 2026", text.Replace("22 Sep 2026", "22 Sept 2026", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Expectations_OfARefundThatWasSubmittedElsewhere_ClaimNoDay()
    {
        var view = ACase.Refund(CaseState.Following);

        var text = Plain(Render<RefundExpectations>(p => p.Add(e => e.Of, new CasePresenter(view with { Row = view.Row with { SentAt = null } }))).Markup);

        Assert.Contains("the desk does not know the day", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusalBox_OfTheRefundLimit_HasASentenceForTheCustomer() =>
        Assert.Contains("Only the airline itself can still help.", Render<RefusalBox>(p => p.Add(b => b.Refusal, OrdersRefusals.RefundLimitPassed.FromPartner("821"))).Find(".notice-customer").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(CaseKind.Void, "Void")]
    [InlineData(CaseKind.Refund, "Refund")]
    public void KindWord_OfACase_SaysWhichItIs(CaseKind kind, string expected) => Assert.Equal(expected, Render<KindWord>(p => p.Add(w => w.Of, kind)).Find(".kind-word").TextContent);

    private string Table(PartnerQuote quote)
    {
        var page = new CasePresenter(ACase.Refund(CaseState.Quoted, quote, Role.Supervisor));
        var table = Render<QuoteTable>(p => p.Add(t => t.Of, quote).Add(t => t.Order, page.View.Order).Add(t => t.Passengers, page.Passengers).Add(t => t.Names, page.NameOf));
        return Plain(string.Join(' ', table.FindAll("caption, th, td").Select(cell => cell.TextContent)));
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
