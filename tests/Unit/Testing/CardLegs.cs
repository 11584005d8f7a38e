using System.Text;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Core.Webhooks;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Unit.Testing;

/// <summary>The customer's leg in words of the trade: a void that has gone out, and a card refund that belongs to it.</summary>
internal static class CardLegs
{
    public static readonly Money Whole = new(20_000, "USD");

    /// <summary>A void that Atlas has taken, in an office that pays the customer whenever a person decides.</summary>
    public static async Task<string> SupplierAsync(this Desk desk)
    {
        await desk.PayCustomersAsync(CustomerPaid.ByHand);
        return await desk.SentAsync(Scenes.PlainDeposit);
    }

    /// <summary>The office says when customers are paid.</summary>
    public static async Task PayCustomersAsync(this Desk desk, CustomerPaid when)
    {
        await using var db = desk.Database.Open();
        (await db.Set<DeskSettings>().SingleAsync()).CustomerPaid = when;
        await db.SaveChangesAsync();
    }

    public static Task<Outcome<string>> TryPrepareAsync(this Desk desk, Actor who, string supplier, string tradeNo, Money amount, Money? total = null) =>
        desk.Use<PrepareCardRefund>().ExecuteAsync(
            who, new PrepareCardRefundInput(supplier, tradeNo, total ?? Whole, new DateOnly(2026, 8, 30), amount, "Booked the wrong day"), CancellationToken.None);

    /// <summary>Prepared, quoted, asked for and approved: the sender's next, or a person's.</summary>
    public static async Task<string> CardQueuedAsync(this Desk desk, PaymentScene scene, Money? amount = null, Money? total = null)
    {
        var agent = await desk.Staff.AgentAsync();
        var number = (await desk.TryPrepareAsync(agent, await desk.SupplierAsync(), scene.TradeNo, amount ?? Whole, total)).Require();
        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(await desk.Staff.SupervisorAsync(), await desk.AskAsync(agent, number));
        return number;
    }

    public static async Task<string> CardSentAsync(this Desk desk, PaymentScene scene, Money? amount = null, Money? total = null)
    {
        var number = await desk.CardQueuedAsync(scene, amount, total);
        await desk.SendRoundAsync();
        return number;
    }

    /// <summary>Its outcome is unknown, and when the quiet period is over a supervisor says that AsiaBill does not have it.</summary>
    public static async Task NotThereAsync(this Desk desk, Actor supervisor, string number)
    {
        desk.Pass(TimeSpan.FromMinutes(10));
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require();
    }

    /// <summary>A genuine notice of AsiaBill about the one refund of the payment, under our own number, comes and is read.</summary>
    public static Task TellAsync(this Desk desk, string tradeNo, string trackNo) => desk.TellOfAsync(Assert.Single(desk.Cards.RefundsOf(tradeNo)).BatchNo, trackNo);

    /// <summary>The same about any number.</summary>
    public static async Task TellOfAsync(this Desk desk, string batchNo, string trackNo)
    {
        var body = $$$"""{"type":"refund.success","data":{"batchNo":"{{{batchNo}}}","merTrackNo":"{{{trackNo}}}"}}""";
        (await desk.Use<ReceiveNotice>().ExecuteAsync(NoticePartner.AsiaBill, Encoding.UTF8.GetBytes(body), CancellationToken.None)).Require();
        await desk.ReadNoticesAsync();
    }

    /// <summary>The next attempt of the same case, approved: the sender's next.</summary>
    public static async Task QueueAgainAsync(this Desk desk, Actor agent, Actor supervisor, string number)
    {
        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
    }

    /// <summary>The same, and sent.</summary>
    public static async Task SendAgainAsync(this Desk desk, Actor agent, Actor supervisor, string number)
    {
        await desk.QueueAgainAsync(agent, supervisor, number);
        await desk.SendRoundAsync();
    }

    /// <summary>As it is started with sending switched off.</summary>
    public static void SwitchSendingOff(this Desk desk)
    {
        desk.SendsCards = false;
        desk.Restart();
    }
}
