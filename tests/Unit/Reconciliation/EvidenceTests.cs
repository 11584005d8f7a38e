using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;

namespace Unit.Reconciliation;

public sealed class EvidenceTests
{
    private static readonly CaseSubject Order = new(
        CaseKind.Void,
        new OrderSnapshot { OrderNo = "TESTA20260901000000001", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = DateTimeOffset.UnixEpoch },
        Wish: null);

    [Theory]
    [InlineData("voidable", true)]
    [InlineData("not voidable", true)]
    [InlineData("void.window-closed", true)]
    [InlineData("void.fare-not-voidable", true)]
    [InlineData("void.unlisted-code", false)]
    [InlineData("orders.partner-rejected-request", false)]
    [InlineData("refund.flights-unreadable", false)]
    [InlineData("void.already-submitted", false)]
    [InlineData("void.submission-running", false)]
    [InlineData("void.refund-exists", false)]
    [InlineData("void.refund-claim-exists", false)]
    [InlineData("orders.unknown", false)]
    [InlineData("orders.partner-account", false)]
    [InlineData("silent", false)]
    public void Clear_IsAnAnswerThatSpeaksOfNoSubmission(string answer, bool expected) => Assert.Equal(expected, Evidence.IsClear(Answer(answer)));

    [Fact]
    public void Match_WithTheOfferThatWasSent_WinsOverNewerOnes() =>
        Assert.Equal("202609-0001", Evidence.Match(Order, [Void("202609-0002", "o-2"), Void("202609-0001", "o-1")], "o-1", [], isQuietOver: true)?.PartnerRef);

    [Fact]
    public void Match_WithoutOffers_IsTheOnlyOne() =>
        Assert.Equal("202609-0001", Evidence.Match(Order, [Void("202609-0002", null), Void("202609-0001", null)], "o-1", ["202609-0002"], isQuietOver: true)?.PartnerRef);

    /// <summary>Ours may not show itself yet, and the only one be a colleague's in the portal; with its offer it is known at once.</summary>
    [Fact]
    public void Match_WithinTheQuietPeriod_NeedsTheOffer()
    {
        Assert.Null(Evidence.Match(Order, [Void("202609-0001", null)], "o-1", [], isQuietOver: false));
        Assert.Equal("202609-0001", Evidence.Match(Order, [Void("202609-0001", "o-1")], "o-1", [], isQuietOver: false)?.PartnerRef);
    }

    [Fact]
    public void MayHoldOurs_IsOneWithoutAnOfferThatNoOtherCaseFollows()
    {
        Assert.True(Evidence.MayHoldOurs(Order, [Void("202609-0001", "o-9"), Void("202609-0002", null)], []));
        Assert.False(Evidence.MayHoldOurs(Order, [Void("202609-0001", "o-9"), Void("202609-0002", null)], ["202609-0002"]));
    }

    /// <summary>A refund that names nobody may be of our passengers as well as of anybody.</summary>
    [Fact]
    public void MayHoldOurs_IsARefundThatNamesNobody()
    {
        var refund = new CaseSubject(CaseKind.Refund, Order.Order, new RefundWish(RefundReason.Voluntary, [new RefundPassenger("ZHAO", "YI")], null));
        var (nobodys, others) = (Void("202609-0001", null), Void("202609-0002", null) with { Tickets = [new QuotedTicket("QIAN", "ER", null)] });

        Assert.True(Evidence.MayHoldOurs(refund, [nobodys], []));
        Assert.True(Evidence.IsUntold(refund, [nobodys], []));
        Assert.False(Evidence.MayHoldOurs(refund, [nobodys, others], ["202609-0001"]));
        Assert.False(Evidence.IsUntold(refund, [others], []));
    }

    /// <summary>Half a name may be anybody's, and a name that is only written otherwise is the same.</summary>
    [Theory]
    [InlineData("", "", true, false)]
    [InlineData("QIAN", "", true, false)]
    [InlineData("QIAN", "ER", false, true)]
    [InlineData("Zhao", "y-i", false, false)]
    public void OfOthers_IsOnlyWhoIsNamedInFullAndOtherwise(string last, string first, bool isUntold, bool isOfOthers)
    {
        var refund = new CaseSubject(CaseKind.Refund, Order.Order, new RefundWish(RefundReason.Voluntary, [new RefundPassenger("ZHAO", "YI")], null));
        var listed = Void("202609-0001", null) with { Tickets = [new QuotedTicket(last, first, "781-2400000001")] };

        Assert.Equal((isUntold, isOfOthers), (Evidence.IsUntold(refund, [listed], []), refund.IsOfOthers(listed)));
    }

    /// <summary>Only an answer that knows of nothing speaks for "not sent", and one that knows of something speaks against it.</summary>
    [Theory]
    [InlineData("none", "void.window-closed", Heard.Nothing)]
    [InlineData("none", "voidable", Heard.Nothing)]
    [InlineData("none", "void.already-submitted", Heard.Something)]
    [InlineData("silent", "void.already-submitted", Heard.Something)]
    [InlineData("one without an offer", "voidable", Heard.Something)]
    [InlineData("one of another offer", "voidable", Heard.Nothing)]
    [InlineData("none", "silent", Heard.Silence)]
    [InlineData("silent", "voidable", Heard.Silence)]
    public void Hear_IsWhatListAndQuotationSayTogether(string list, string quotation, Heard expected)
    {
        PartnerAnswer<IReadOnlyList<PartnerProgress>> queried = list switch
        {
            "none" => new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered([], "{}"),
            "one without an offer" => new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered([Void("202609-0001", null)], "{}"),
            "one of another offer" => new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered([Void("202609-0001", "o-9")], "{}"),
            _ => new PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer("timeout"),
        };

        Assert.Equal(expected, Evidence.Hear(Order, queried, Answer(quotation), []));
    }

    /// <summary>One is ours, and to follow the other would lose it for good: a person must tell.</summary>
    [Fact]
    public void Match_OfSeveralWithoutOffers_IsNone() =>
        Assert.Null(Evidence.Match(Order, [Void("202609-0002", null), Void("202609-0001", null)], "o-1", [], isQuietOver: true));

    [Fact]
    public void Match_OfACaseThatWeFollowElsewhere_IsNone() =>
        Assert.Null(Evidence.Match(Order, [Void("202609-0001", "o-1")], "o-1", ["202609-0001"], isQuietOver: true));

    /// <summary>An earlier void that was rejected, or went nowhere, is not what became of the newest send.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Match_OfAnEarlierOneThatCameToNothing_IsNone(int status) =>
        Assert.Null(Evidence.Match(Order, [Void("202609-0001", "o-0", status)], "o-1", [], isQuietOver: true));

    [Fact]
    public void Match_OfOursThatWasRejectedAtOnce_IsFound() =>
        Assert.Equal("202609-0001", Evidence.Match(Order, [Void("202609-0001", "o-1", 4)], "o-1", [], isQuietOver: true)?.PartnerRef);

    /// <summary>A colleague's in the portal: ours may only not show itself yet, and whoever followed the other would lose it.</summary>
    [Fact]
    public void Match_OfAnotherOfferThatIsAlive_IsNone() =>
        Assert.Null(Evidence.Match(Order, [Void("202609-0001", "o-9", 1)], "o-1", [], isQuietOver: true));

    [Fact]
    public void Match_OfNothing_IsNone() => Assert.Null(Evidence.Match(Order, [], "o-1", [], isQuietOver: true));

    private static PartnerProgress Void(string code, string? offer, int status = 0) => new() { PartnerRef = code, OfferId = offer, Status = status };

    private static PartnerAnswer<PartnerQuote> Answer(string answer) => answer switch
    {
        "voidable" => new PartnerAnswer<PartnerQuote>.Answered(Quote(true), "{}"),
        "not voidable" => new PartnerAnswer<PartnerQuote>.Answered(Quote(false), "{}"),
        "silent" => new PartnerAnswer<PartnerQuote>.NoAnswer("timeout"),
        "orders.unknown" => new PartnerAnswer<PartnerQuote>.Refused(OrdersRefusals.OrderUnknown, 801, "{}"),
        _ => new PartnerAnswer<PartnerQuote>.Refused(new Refusal(answer, RefusalKind.Partner), 1, "{}"),
    };

    private static PartnerQuote Quote(bool isVoidable) =>
        new() { OrderNo = "TESTA20260801000000001", IsPossible = isVoidable, Method = RefundMethod.Cash, QuotedAt = DateTimeOffset.UnixEpoch };
}
