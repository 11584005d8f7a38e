using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Quoting;

/// <summary>The question behind the comparison: what the partner is asked, and that nothing comes of it but an answer.</summary>
public sealed class CompareOptionsTests
{
    [Fact]
    public async Task Options_OfAVoidCase_HoldBothQuotesOfTheWholeOrder()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.TwoPassengersAndBag);

        var view = await CompareAsync(desk, agent, number);

        var (byVoid, byRefund) = (view.Comparison[ComparedWay.Void], view.Comparison[ComparedWay.Refund]);
        Assert.Equal((null, null, 2, 2), (byVoid.WhyNot, byRefund.WhyNot, byVoid.People, byRefund.People));
        Assert.Equal((DifferenceKind.More, ComparedWay.Void), (view.Comparison.Difference.Kind, view.Comparison.Best));
        Assert.Equal(Assert.Single(byVoid.Gets) - Assert.Single(byRefund.Gets), Assert.Single(view.Comparison.Difference.Sums));
        Assert.Equal((Desk.Start, "TESTB20260801000000007"), (view.AskedAt, Assert.Single(view.Comparison.Extras)));
        Assert.NotNull(byVoid.Until?.At);
        Assert.Equal(DeadlineLimit.NoWindow, byRefund.Until?.Limit);
    }

    [Fact]
    public async Task Options_OfARefundCase_AreOfItsPassengers_AndTheVoidOfAll()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await RefundAsync(desk, agent, Scenes.TwoPassengersAndBag, people: 1);

        var view = await CompareAsync(desk, agent, number);

        Assert.Equal((1, 2, 1), (view.Comparison[ComparedWay.Refund].People, view.Comparison[ComparedWay.Void].People, view.Refunded.Count));
        Assert.Equal((DifferenceKind.People, null), (view.Comparison.Difference.Kind, view.Comparison.Best));
    }

    [Fact]
    public async Task Options_WhereTheWindowClosed_SayWhy_AndLeaveTheRefundStanding()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();

        var view = await CompareAsync(desk, agent, await RefundAsync(desk, agent, Scenes.RefundAfterWindow, people: 1));

        Assert.Equal(("void.window-closed", "822", null), (view.Comparison[ComparedWay.Void].WhyNot?.Name, view.Comparison[ComparedWay.Void].WhyNot?.PartnerCode, view.Comparison[ComparedWay.Refund].WhyNot));
        Assert.Equal((DifferenceKind.Only, ComparedWay.Refund), (view.Comparison.Difference.Kind, view.Comparison.Best));
        Assert.Equal(3_500, view.Comparison[ComparedWay.Refund].Penalty?.Minor);
    }

    [Theory]
    [InlineData("voidQuotation.do", ComparedWay.Void, ComparedWay.Refund)]
    [InlineData("refundQuotation.do", ComparedWay.Refund, ComparedWay.Void)]
    public async Task Options_WithSilenceAboutOne_LeaveTheOtherStanding(string path, ComparedWay silent, ComparedWay other)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        desk.Partner.Faults.Next(path, new Fault.Garbled(), times: 10);

        var view = await CompareAsync(desk, agent, number);

        Assert.Equal(("orders.partner-silent", null), (view.Comparison[silent].WhyNot?.Name, view.Comparison[other].WhyNot));
        Assert.Equal((DifferenceKind.OnlyTold, null), (view.Comparison.Difference.Kind, view.Comparison.Best));
    }

    /// <summary>Our account was refused, or a submission runs at this moment: what a refund would return is not known.</summary>
    [Theory]
    [InlineData(401, "orders.partner-account")]
    [InlineData(814, "void.submission-running")]
    public async Task Options_WithACodeThatSaysNothingOfTheBooking_CallNothingBest(int code, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Code(code));

        var view = await CompareAsync(desk, agent, number);

        Assert.Equal((refusal, null), (view.Comparison[ComparedWay.Refund].WhyNot?.Name, view.Comparison[ComparedWay.Void].WhyNot));
        Assert.Equal((DifferenceKind.OnlyTold, null), (view.Comparison.Difference.Kind, view.Comparison.Best));
    }

    [Fact]
    public async Task Options_OfAVoucherAndOfAGuess_AreNoCash()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();

        var voucher = await CompareAsync(desk, agent, await RefundAsync(desk, agent, Scenes.RefundVoucher, people: 1));
        var guess = await CompareAsync(desk, agent, await RefundAsync(desk, agent, Scenes.RefundCannotQuote, people: 1));

        Assert.Equal((RefundMethod.Voucher, 0, 1), (voucher.Comparison[ComparedWay.Refund].How, voucher.Comparison[ComparedWay.Refund].Gets.Count, voucher.Comparison[ComparedWay.Refund].Vouchers.Count));
        Assert.Equal((ComparedSureness.Guessed, 0), (guess.Comparison[ComparedWay.Refund].Sureness, guess.Comparison[ComparedWay.Refund].Gets.Count));
        Assert.Equal([DifferenceKind.NoCash, DifferenceKind.NoCash], [voucher.Comparison.Difference.Kind, guess.Comparison.Difference.Kind]);
    }

    [Fact]
    public async Task Options_WithAFeeOfTheAgency_TakeItOff()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var before = Assert.Single((await CompareAsync(desk, agent, number)).Comparison[ComparedWay.Void].Gets);
        await using (var db = desk.Database.Open())
        {
            (await db.Set<DeskSettings>().SingleAsync()).AgencyFee = new Money(1_000, "USD");
            await db.SaveChangesAsync();
        }

        var after = Assert.Single((await CompareAsync(desk, agent, number)).Comparison[ComparedWay.Void].Gets);

        Assert.Equal(new Money(1_000, "USD"), before - after);
    }

    /// <summary>A question only: the case keeps the quote it had, and the trail and the story know nothing of it.</summary>
    [Fact]
    public async Task Options_Asked_StoreNothing()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var before = await FootprintAsync(desk, number);

        await CompareAsync(desk, agent, number);

        Assert.Equal(before, await FootprintAsync(desk, number));
        Assert.Equal(0, desk.Partner.Count("void.do") + desk.Partner.Count("refund.do"));
    }

    [Fact]
    public async Task Options_WhereThereIsNothingToChooseAnyMore_AreRefusedWithoutAsking()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        var asked = desk.Partner.Count("refundQuotation.do");

        var sent = await desk.Use<CompareOptions>().ExecuteAsync(agent, number, CancellationToken.None);
        var unknown = await desk.Use<CompareOptions>().ExecuteAsync(agent, "V-2026-000404", CancellationToken.None);

        Assert.Equal(("case.already-sent", "case.unknown", asked), (sent.Refusal?.Name, unknown.Refusal?.Name, desk.Partner.Count("refundQuotation.do")));
    }

    /// <summary>A card payment is given back in one way only.</summary>
    [Fact]
    public async Task Options_OfACardRefund_AreRefusedWithoutAsking()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var supplier = await desk.SentAsync(Scenes.PlainDeposit);
        var card = (await desk.TryPrepareCardAsync(agent, supplier, PaymentScenes.Plain.TradeNo, new Money(20_000, "USD"))).Require();
        var asked = desk.Partner.Calls.Count;

        var refused = await desk.Use<CompareOptions>().ExecuteAsync(agent, card, CancellationToken.None);

        Assert.Equal(("case.nothing-to-compare", asked, 0), (refused.Refusal?.Name, desk.Partner.Calls.Count, desk.Cards.Calls.Count));
    }

    private static async Task<OptionsView> CompareAsync(Desk desk, Actor who, string number) =>
        (await desk.Use<CompareOptions>().ExecuteAsync(who, number, CancellationToken.None)).Require();

    private static async Task<string> RefundAsync(Desk desk, Actor who, Scene scene, int people)
    {
        var order = await desk.Use<IAtlasQuestions>().FindByNumberAsync(OrderNumber.Of(scene.OrderNo), CancellationToken.None) is PartnerAnswer<OrderSnapshot>.Answered { Value: var found }
            ? found
            : throw new InvalidOperationException("The scene has no order.");
        var wish = new RefundWish(RefundReason.Voluntary, [.. order.Passengers.Take(people).Select(p => new RefundPassenger(p.LastName, p.FirstName))], null);
        return (await desk.Use<OpenRefundCase>().ExecuteAsync(who, new OpenRefundCaseInput(scene.OrderNo, wish, "Booked the wrong day."), CancellationToken.None)).Require();
    }

    private static async Task<(int Version, string? Fingerprint, int Quotes, int Lines, int Trail)> FootprintAsync(Desk desk, string number)
    {
        var found = await desk.CaseAsync(number);
        await using var db = desk.Database.Open();
        return (found.Version, found.Fingerprint, await db.Set<CaseQuote>().CountAsync(), found.Timeline.Count, await db.Set<AuditEntry>().CountAsync());
    }
}
