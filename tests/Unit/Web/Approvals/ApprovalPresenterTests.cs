using System.Globalization;
using System.Resources;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Approvals;
using BackOffice.Web.Resources;
using Unit.Testing;
using Unit.Web.Cases;

namespace Unit.Web.Approvals;

public sealed class ApprovalPresenterTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly Actor Agent = new(Guid.NewGuid(), "Ana");
    private static readonly Actor Sara = new(Guid.NewGuid(), "Sara");
    private static readonly Actor Tom = new(Guid.NewGuid(), "Tom");

    [Fact]
    public void Stake_OfOneSumOfCash_IsThatSum()
    {
        var stake = ApprovalPresenter.StakeOf(RefundMethod.Cash, null, new Money(19198, "USD"));

        Assert.Equal(("Stake.Cash", false), (stake.Key, stake.IsLoud));
    }

    [Theory]
    [InlineData(RefundMethod.Voucher, "Stake.Voucher")]
    [InlineData(RefundMethod.Other, "Stake.Other")]
    [InlineData(RefundMethod.Cash, "Stake.NoSum")]
    public void Stake_OfAnythingElse_IsSaidLoud(RefundMethod method, string key)
    {
        var stake = ApprovalPresenter.StakeOf(method, null, null);

        Assert.Equal((key, true), (stake.Key, stake.IsLoud));
    }

    [Fact]
    public void Stake_OfAVoucherWithASum_IsStillLoud() =>
        Assert.Equal("Stake.Voucher", ApprovalPresenter.StakeOf(RefundMethod.Voucher, null, new Money(100, "USD")).Key);

    /// <summary>What can be read of it would look like all that is at stake. A voucher is in place of the fare: that one is not missing there.</summary>
    [Theory]
    [InlineData(RefundMethod.Other, 3_000L, 2_000L, "")]
    [InlineData(RefundMethod.Cash, 3_000L, 2_000L, "")]
    [InlineData(RefundMethod.Voucher, 3_000L, 2_000L, "USD 30.00 USD 50.00 USD 20.00")]
    [InlineData(RefundMethod.Voucher, 3_000L, null, "")]
    [InlineData(RefundMethod.Voucher, null, 2_000L, "")]
    public void Stake_WithAPartThatCannotBeRead_NamesNoPartAsTheSum(RefundMethod method, long? bag, long? second, string sums)
    {
        var quote = ACase.Content(0) with
        {
            Kind = CaseKind.Refund, Method = method, FareBack = null, Extras = [new QuotedExtra("TESTB1", null, bag is { } back ? new Money(back, "USD") : null)],
            Vouchers = method != RefundMethod.Voucher ? [] : [new QuotedVoucher("VJ", new Money(5_000, "USD"), []), new QuotedVoucher("VJ", second is { } worth ? new Money(worth, "USD") : null, [])],
        };

        Assert.Equal(sums, string.Join(' ', ApprovalPresenter.StakeOf(method, quote, quote.SingleEstimate).Sums));
    }

    /// <summary>Whoever approves is not told that a bag's money is part of the voucher.</summary>
    [Theory]
    [InlineData(3_000L, "Stake.VoucherAndCash")]
    [InlineData(0L, "Stake.Voucher")]
    [InlineData(null, "Stake.Voucher")]
    public void Stake_OfAVoucherWithCashForABag_SaysBoth(long? bag, string key)
    {
        var quote = ACase.Content(0) with
        {
            Kind = CaseKind.Refund, Method = RefundMethod.Voucher, FareBack = null, Vouchers = [new QuotedVoucher("VJ", new Money(5_000, "USD"), [])],
            Extras = bag is { } back ? [new QuotedExtra("TESTB1", null, new Money(back, "USD"))] : [],
        };

        var stake = ApprovalPresenter.StakeOf(RefundMethod.Voucher, quote, null);

        Assert.Equal((key, true), (stake.Key, stake.IsLoud));
    }

    [Fact]
    public void Stake_OfWhatTheAirlineDecides_IsNoSum()
    {
        var quote = ACase.Content(8_274) with { Kind = CaseKind.Refund, Sureness = QuoteSureness.CannotQuote };

        var stake = ApprovalPresenter.StakeOf(RefundMethod.Cash, quote, quote.SingleEstimate);

        Assert.Equal(("Stake.CannotQuote", true, 0), (stake.Key, stake.IsLoud, stake.Sums.Count));
    }

    [Theory]
    [InlineData(CaseKind.Void, "Stake.Cash", "One.Head")]
    [InlineData(CaseKind.Refund, "Stake.Voucher", "One.Head.Refund")]
    [InlineData(CaseKind.CardRefund, "Stake.Cash", "One.Head.Card")]
    [InlineData(CaseKind.Refund, "Stake.CannotQuote", "One.Head.CannotQuote")]
    public void Head_OfARequest_AsksAboutWhatIsAtStake(CaseKind kind, string stake, string key) =>
        Assert.Equal(key, ApprovalPresenter.HeadKeyOf(kind, new Stake(stake, [], IsLoud: true)));

    /// <summary>The queue says the same as the page: it is the airline that decides, nobody forgot a sum.</summary>
    [Fact]
    public async Task Stake_InTheQueue_IsWhatTheQuoteSays()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.AskAsync(agent, await desk.RefundQuotedAsync(agent, Scenes.RefundCannotQuote));

        var queue = (await desk.Use<ReadApprovalQueue>().ExecuteAsync(await desk.Staff.SupervisorAsync(), CancellationToken.None)).Require();

        Assert.Equal("Stake.CannotQuote", ApprovalPresenter.StakeOf(Assert.Single(queue.Waiting)).Key);
    }

    [Fact]
    public void Ending_OfAnApproval_NamesAllWhoSaidYes()
    {
        var request = Request(needed: 2);
        request.Vote(Sara, isYes: true, null, Now);
        request.Vote(Tom, isYes: true, null, Now);

        Assert.Equal(("Ending.Approved", "Sara, Tom"), (ApprovalPresenter.EndingOf(request)!.Key, ApprovalPresenter.EndingOf(request)!.Who));
    }

    [Fact]
    public void Ending_OfADecline_NamesWhoAndWhy()
    {
        var request = Request();
        request.Vote(Sara, isYes: false, "The customer called again.", Now);

        var ending = ApprovalPresenter.EndingOf(request)!;

        Assert.Equal(("Ending.Declined", "Sara", "The customer called again."), (ending.Key, ending.Who, ending.Reason));
    }

    /// <summary>A colleague may have taken it back; the case says who.</summary>
    [Fact]
    public void Ending_OfAWithdrawal_NamesNobody()
    {
        var request = Request();
        request.End(ApprovalState.Withdrawn, Now);

        var ending = ApprovalPresenter.EndingOf(request)!;

        Assert.Equal(("Ending.Withdrawn", ""), (ending.Key, ending.Who));
    }

    /// <summary>The figures may be the same: Atlas refused a quote, an earlier send was found, or a restore leaves doubt. Then no fresh quote waits either.</summary>
    [Theory]
    [InlineData("", "What it rested on changed, so the request ended by itself", "Ended by itself", "This request sent nothing; the case says what is possible now.")]
    [InlineData("zh-Hans", "所依据的情况有变，申请已自动结束", "自动结束", "此申请未发送任何内容；现在可以做什么，请见工单。")]
    public void Ending_ByItself_ClaimsNothingAboutFigures(string culture, string sentence, string chip, string next)
    {
        var request = Request();
        request.End(ApprovalState.Stale, Now);
        var key = ApprovalPresenter.EndingOf(request)!.Key;

        var texts = new ResourceManager(typeof(ApprovalsText)).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, tryParents: false)!;

        Assert.Equal((sentence, chip, next), (texts.GetString(key), texts.GetString(key + ".Chip"), texts.GetString(key + ".Next")));
    }

    [Fact]
    public void Ending_WhileItWaits_IsNone() => Assert.Null(ApprovalPresenter.EndingOf(Request()));

    [Fact]
    public void Message_AfterTheFirstOfTwo_SaysThatOneMoreIsNeeded()
    {
        var request = Request(needed: 2);
        request.Vote(Sara, isYes: true, null, Now);

        Assert.Equal(("Message.OneMore", null), (ApprovalPresenter.MessageKeyOf(request, Sara.Id), ApprovalPresenter.MessageKeyOf(request, Tom.Id)));
    }

    /// <summary>A card refund goes to AsiaBill, or to a person; Atlas has no part in it.</summary>
    [Theory]
    [InlineData(CaseKind.Void, false, "Message.Approved", "Message.Approved.Next")]
    [InlineData(CaseKind.CardRefund, false, "Message.Approved", "Message.Approved.Next.Card")]
    [InlineData(CaseKind.CardRefund, true, "Message.Approved", "Message.Approved.Next.ByHand")]
    [InlineData(CaseKind.CardRefund, true, "Message.Declined", "Message.Declined.Next")]
    public void Message_OfEachKind_SaysWhoGoesOn(CaseKind kind, bool isByHand, string key, string expected) =>
        Assert.Equal(expected, ApprovalPresenter.MessageNextKeyOf(key, ACase.Row(CaseState.Queued) with { Kind = kind, IsByHand = isByHand }));

    [Fact]
    public void Message_AfterTheLastYes_SaysThatItIsSent()
    {
        var request = Request();
        request.Vote(Sara, isYes: true, null, Now);

        Assert.Equal("Message.Approved", ApprovalPresenter.MessageKeyOf(request, Sara.Id));
    }

    private static ApprovalRequest Request(int needed = 1) =>
        ApprovalRequest.Ask(new ApprovalQuestion(1, 1, "f", new Money(19198, "USD"), RefundMethod.Cash, needed, null, "Wrong day."), Agent, Now);
}
