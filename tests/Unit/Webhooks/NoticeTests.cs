using System.Text;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Payments;
using BackOffice.Core.Webhooks;
using BackOffice.Sandbox;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Testing;

namespace Unit.Webhooks;

/// <summary>A notice is stored first and is only ever a reason to ask.</summary>
public sealed class NoticeTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;

    [Fact]
    public async Task Notice_ThatClaimsARefund_ChangesNothingByItself()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        var before = await desk.CaseAsync(number);

        await desk.ReceiveAsync(Desk.VoidNotice(Order, before.PartnerRef!, 2));
        await desk.ReadNoticesAsync();
        var after = await desk.CaseAsync(number);

        Assert.Equal((before.State, before.PartnerStatus, before.ActualBack, before.Version), (after.State, after.PartnerStatus, after.ActualBack, after.Version));
        Assert.Equal(desk.Clock.GetUtcNow(), after.NextAskAt);
    }

    /// <summary>Forged: the question that it caused is answered by the partner, who knows better.</summary>
    [Fact]
    public async Task Notice_Forged_IsOutweighedByTheAnswer()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        await desk.ReceiveAsync(Desk.VoidNotice(Order, (await desk.CaseAsync(number)).PartnerRef!, 2));
        await desk.ReconcileAsync();
        var asked = desk.Partner.Count("queryVoidOrders.do");

        await desk.ReadNoticesAsync();
        await desk.ReconcileAsync();

        Assert.Equal((0, 1), (asked, desk.Partner.Count("queryVoidOrders.do", Order)));
        Assert.Equal((CaseState.Following, 0), (await desk.StateAsync(number), (await desk.CaseAsync(number)).PartnerStatus));
    }

    [Fact]
    public async Task Notice_OfARealChange_BringsTheAnswerSooner()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        await desk.ReconcileForAsync(TimeSpan.FromSeconds(45));
        desk.Partner.SetOutcome(Order, 4, "Rejected.");
        await desk.ReceiveAsync(Desk.VoidNotice(Order, (await desk.CaseAsync(number)).PartnerRef!, 4));

        await desk.ReadNoticesAsync();
        await desk.ReconcileAsync();

        Assert.Equal(CaseState.Rejected, await desk.StateAsync(number));
    }

    /// <summary>One that cannot be read for a fault of ours is tried again; those behind it are read all the same.</summary>
    [Fact]
    public async Task Notice_BehindOneThatFails_IsRead()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        (await desk.Use<ReceiveNotice>().ExecuteAsync(NoticePartner.AsiaBill, "{}"u8.ToArray(), CancellationToken.None)).Require();
        await desk.ReceiveAsync(Desk.VoidNotice(Order, (await desk.CaseAsync(number)).PartnerRef!, 2));

        await new ProcessNotices(desk.Use<Store>(), desk.Use<IDataProtectionProvider>(), new Failing(), NullLogger<ProcessNotices>.Instance).ExecuteAsync(CancellationToken.None);

        await using var db = desk.Database.Open();
        Assert.Equal([null, "asked"], await db.Set<Notice>().OrderBy(n => n.Id).Select(n => n.Result).ToListAsync());
        Assert.Null((await db.Set<Notice>().OrderBy(n => n.Id).FirstAsync()).ProcessedAt);
    }

    /// <summary>The first question came to nothing and the next one is not due: without the notice nobody would ask now.</summary>
    [Fact]
    public async Task Notice_AboutAnUnknownOutcome_IsFoundByTheOrder()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled());
        await desk.ReconcileAsync();
        var before = await desk.CaseAsync(number);

        await desk.ReceiveAsync(Desk.VoidNotice(Scenes.LostReplyAfter.OrderNo, "202609-0001", 0));
        await desk.ReadNoticesAsync();
        var notice = Assert.Single(await NoticesAsync(desk));
        await desk.ReconcileAsync();

        Assert.Equal((CaseState.OutcomeUnknown, true), (before.State, before.NextAskAt > desk.Clock.GetUtcNow()));
        Assert.Equal(("asked", (long?)before.Id), (notice.Result, notice.CaseId));
        Assert.Equal(CaseState.Following, await desk.StateAsync(number));
    }

    [Fact]
    public async Task Notice_ComingTwice_IsOneRowAndTwoReasonsToAsk()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        var body = Desk.VoidNotice(Order, (await desk.CaseAsync(number)).PartnerRef!, 1);
        await desk.ReceiveAsync(body);
        await desk.ReadNoticesAsync();
        await desk.ReconcileAsync();
        desk.Pass(TimeSpan.FromSeconds(1));

        await desk.ReceiveAsync(body);
        await desk.ReadNoticesAsync();

        var notice = Assert.Single(await NoticesAsync(desk));
        Assert.Equal((2, "asked", Desk.Start, desk.Clock.GetUtcNow()), (notice.Times, notice.Result, notice.ReceivedAt, notice.LastReceivedAt));
        Assert.Equal(desk.Clock.GetUtcNow(), (await desk.CaseAsync(number)).NextAskAt);
    }

    [Fact]
    public async Task Notice_AboutAClosedCase_AsksNothing()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.RejectedLater);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));
        var found = await desk.CaseAsync(number);

        await desk.ReceiveAsync(Desk.VoidNotice(found.OrderNo, found.PartnerRef!, 2));
        await desk.ReadNoticesAsync();

        Assert.Equal(("not-followed", null), (Assert.Single(await NoticesAsync(desk)).Result, (await desk.CaseAsync(number)).NextAskAt));
    }

    [Fact]
    public async Task Notices_OfAllSorts_AreStoredAndNamed()
    {
        await using var desk = await Desk.StartAsync();
        await desk.ReceiveAsync("not json at all");
        await desk.ReceiveAsync("");
        await desk.ReceiveAsync("""{"type":"order.ticketed","data":{"passengers":[{"name":"SAMPLE/ANNA"}]}}""");
        await desk.ReceiveAsync("""{"type":"order.void","data":{"orderNo":"\ud800"}}""");
        await desk.ReceiveAsync(Desk.VoidNotice("NOSUCHORDER0001", "202609-0001", 2));

        await desk.ReadNoticesAsync();

        Assert.Equal(["unreadable", "unreadable", "other-event", "unreadable", "unknown-order"], (await NoticesAsync(desk)).Select(n => n.Result));
    }

    /// <summary>Other events carry passengers' papers: on the disk there are no readable ones.</summary>
    [Fact]
    public async Task Notice_OnTheDisk_IsSealed()
    {
        await using var desk = await Desk.StartAsync();

        await desk.ReceiveAsync("""{"type":"order.ticketed","data":{"name":"SAMPLE/ANNA"}}""");

        Assert.DoesNotContain("SAMPLE", Encoding.Latin1.GetString(Assert.Single(await NoticesAsync(desk)).Sealed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrival_OfANotice_WakesWhoeverWaits()
    {
        await using var desk = await Desk.StartAsync();
        var woken = 0;
        using var subscription = desk.Use<NoticeArrivals>().Subscribe(() => woken++);

        await desk.ReceiveAsync("{}");

        Assert.Equal(1, woken);
    }

    private static async Task<List<Notice>> NoticesAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<Notice>().AsNoTracking().OrderBy(n => n.Id).ToListAsync();
    }

    private sealed class Failing : ICardNoticeCheck
    {
        public CardNoticeVerdict Check(CardNoticeHead head, ReadOnlyMemory<byte> body) => throw new NotSupportedException();

        public CardNotice? Read(ReadOnlyMemory<byte> body) => throw new NotSupportedException("A fault of ours.");
    }
}
