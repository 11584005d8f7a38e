using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.AspNetCore.Builder;
using Unit.Testing;

namespace Unit.Atlas;

/// <summary>Our client against the stand-in over HTTP, scene by scene: both sides must mean the same.</summary>
public sealed class StandInContractTests : IAsyncLifetime
{
    /// <summary>Noon in Seoul.</summary>
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly MovableClock clock = new(Start);
    private readonly AtlasStandIn standIn;
    private readonly WebApplication app;
    private AtlasClients? clients;

    public StandInContractTests()
    {
        standIn = new AtlasStandIn(clock);
        app = SandboxApp.Build(standIn, clock, "http://127.0.0.1:0", isPumping: false);
    }

    public static TheoryData<string> All => [.. Scenes.All.Select(s => s.Key)];

    public static TheoryData<string> Voidable => [.. Scenes.All.Where(s => s.IsVoidable).Select(s => s.Key)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AtlasClients Clients => clients!;

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        clients = new AtlasClients(SandboxApp.AddressOf(app).AbsoluteUri, new TestClock(Start) { PassWaitsUpTo = TimeSpan.FromSeconds(12) }, options =>
        {
            options.ClientId = standIn.Options.ClientId;
            options.ClientSecret = standIn.Options.ClientSecret;
        });
    }

    public async ValueTask DisposeAsync()
    {
        clients?.Dispose();
        await app.DisposeAsync();
        standIn.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Order_OfEveryScene_IsFoundAndReadInFull(string key)
    {
        var scene = Scenes.Find(key)!;

        var order = await OrderAsync(scene);

        Assert.Equal((scene.OrderNo, scene.Carrier), (order.OrderNo, order.Airline));
        Assert.NotEqual(OrderStage.Other, order.Stage);
        Assert.NotNull(order.Total);
        Assert.NotNull(order.CreatedAt);
        Assert.All(order.Segments, s => Assert.NotNull(s.DepartsLocal));
        Assert.All(order.Passengers, p => Assert.True(p.LastName.Length > 0 && p.FirstName.Length > 0 && p.Type != PassengerType.Other));
        Assert.True(order.Stage is OrderStage.Unpaid or OrderStage.Ticketing || order.PaymentMethod != PaymentMethod.Other);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Quote_OfEveryScene_IsWhatTheScenePromises(string key)
    {
        var scene = Scenes.Find(key)!;

        var answer = await Clients.Questions.QuoteVoidAsync(OrderNumber.Of(scene.OrderNo), Token);

        if (scene.QuoteStatus != 0)
        {
            var refused = Assert.IsType<PartnerAnswer<PartnerQuote>.Refused>(answer);
            Assert.Equal(scene.QuoteStatus, refused.Code);
            Assert.False(refused.Refusal.Is(OrdersRefusals.UnlistedCode));
            return;
        }

        var quote = Assert.IsType<PartnerAnswer<PartnerQuote>.Answered>(answer).Value;
        Assert.Equal(scene.IsVoidable, quote.IsPossible);
        Assert.Equal(scene.IsVoidable, quote.OfferId is not null);
        Assert.NotEqual(RefundMethod.Other, quote.Method);
        Assert.All(quote.Tickets, t => Assert.True(t.LastName.Length > 0));
        Assert.Equal(quote.Method == RefundMethod.Voucher, quote.FareBack is null);
    }

    /// <summary>The deadline that we show never lies behind the moment at which the partner really closes the window.</summary>
    [Theory]
    [MemberData(nameof(Voidable))]
    public async Task Deadline_OfEveryVoidableScene_IsNotLaterThanThePartners(string key)
    {
        var scene = Scenes.Find(key)!;
        var quote = await QuoteAsync(scene);

        var deadline = VoidDeadline.Of(quote, await OrderAsync(scene));

        Assert.NotNull(deadline.At);
        clock.Advance(deadline.At.Value - Start - TimeSpan.FromSeconds(1));
        var before = await Clients.Questions.QuoteVoidAsync(OrderNumber.Of(scene.OrderNo), Token);
        Assert.True(Assert.IsType<PartnerAnswer<PartnerQuote>.Answered>(before).Value.IsPossible);
    }

    [Fact]
    public async Task Deadline_OfTheTellingScenes_HasTheRightReasonAndCertainty()
    {
        Assert.Equal(
            (new DateTimeOffset(2026, 9, 1, 14, 59, 0, TimeSpan.Zero), DeadlineLimit.SameDay, DeadlineCertainty.Certain, "Asia/Seoul"),
            await WhenAsync(Scenes.SameDaySeoul));
        Assert.Equal(
            (Start.AddHours(2), DeadlineLimit.BeforeDeparture, DeadlineCertainty.Estimated, "America/Chicago"),
            await WhenAsync(Scenes.ClosesByDeparture));
        Assert.Equal(DeadlineLimit.PartnerDeadline, (await WhenAsync(Scenes.DeadlineGiven)).Limit);
        var unknown = VoidDeadline.Of(await QuoteAsync(Scenes.UnknownAirport), await OrderAsync(Scenes.UnknownAirport) with { PaidAt = Start.AddDays(60) });
        Assert.Equal((DeadlineLimit.BeforeDeparture, DeadlineCertainty.NotCertain), (unknown.Limit, unknown.Certainty));
    }

    /// <summary>One send, one request; what came of it is told apart, and the question afterwards finds what there is to find.</summary>
    [Theory]
    [MemberData(nameof(Voidable))]
    public async Task Send_OfEveryVoidableScene_ReachesThePartnerOnce(string key)
    {
        var scene = Scenes.Find(key)!;
        var offer = (await QuoteAsync(scene)).OfferId;

        var result = await Clients.Sends.SendVoidAsync(OrderNumber.Of(scene.OrderNo), $$"""{"orderNo":"{{scene.OrderNo}}","voidOfferId":"{{offer}}"}""", Clients.Term, Token);

        Assert.Equal(1, standIn.Count("void.do", scene.OrderNo));
        var found = await VoidsAsync(scene);
        if (key.StartsWith("lost-reply", StringComparison.Ordinal))
        {
            Assert.Equal("connection", Assert.IsType<SendResult.Unknown>(result).Reason);
            Assert.Equal(standIn.AcceptedVoids(scene.OrderNo), found.Count);
        }
        else
        {
            var accepted = Assert.IsType<SendResult.Accepted>(result).Progress;
            Assert.Equal(0, accepted.Status);
            Assert.Equal([accepted.PartnerRef], found.Select(c => c.PartnerRef));
            Assert.Equal(accepted.FareBack, found[0].FareBack);
        }
    }

    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(2, new[] { 1 })]
    [InlineData(60, new[] { 2 })]
    public async Task Voids_AsTimePasses_ShowTheirState(int minutes, int[] states)
    {
        var offer = (await QuoteAsync(Scenes.PlainDeposit)).OfferId;
        await Clients.Sends.SendVoidAsync(
            OrderNumber.Of(Scenes.PlainDeposit.OrderNo), $$"""{"orderNo":"{{Scenes.PlainDeposit.OrderNo}}","voidOfferId":"{{offer}}"}""", Clients.Term, Token);

        clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(states, (await VoidsAsync(Scenes.PlainDeposit)).Select(c => c.Status!.Value));
    }

    [Theory]
    [InlineData(NoVoidAnswer.Code801)]
    [InlineData(NoVoidAnswer.EmptyList)]
    public async Task Voids_WhereThereAreNone_AreAnEmptyListEitherWay(NoVoidAnswer shape)
    {
        standIn.Options = standIn.Options with { NoVoidAnswer = shape };

        Assert.Empty(await VoidsAsync(Scenes.PlainDeposit));
    }

    [Fact]
    public async Task Locator_SharedByTwoOrders_AsksForAName()
    {
        var both = await Clients.Questions.FindByPnrAsync(Scenes.SharedPnrFirst.AirlinePnr, Scenes.SharedPnrFirst.Carrier, null, Token);
        var first = await OrderAsync(Scenes.SharedPnrFirst);
        var name = first.Passengers[0].LastName + "/" + first.Passengers[0].FirstName;
        var one = await Clients.Questions.FindByPnrAsync(Scenes.SharedPnrFirst.AirlinePnr, Scenes.SharedPnrFirst.Carrier, name, Token);

        Assert.True(Assert.IsType<PartnerAnswer<OrderSnapshot>.Refused>(both).Refusal.Is(OrdersRefusals.SeveralOrders));
        Assert.Equal(Scenes.SharedPnrFirst.OrderNo, Assert.IsType<PartnerAnswer<OrderSnapshot>.Answered>(one).Value.OrderNo);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Search_ByName_FindsItsOrders(bool totalsAsText)
    {
        standIn.Options = standIn.Options with { ListTotalsAsText = totalsAsText };

        var answer = await Clients.Questions.SearchAsync(new OrderSearch { PassengerName = "WANG/XIAOMING" }, Token);

        var page = Assert.IsType<PartnerAnswer<OrderPage>.Answered>(answer).Value;
        Assert.Equal((1, Scenes.ChineseName.OrderNo), (page.Total, Assert.Single(page.Orders).OrderNo));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("drop-before")]
    [InlineData("rate-limited")]
    [InlineData("code")]
    public async Task Question_AfterOneFault_IsAnswered(string fault)
    {
        standIn.Faults.Next("queryOrderDetails.do", FaultNames.Find(fault)!);

        Assert.Equal(Scenes.PlainDeposit.OrderNo, (await OrderAsync(Scenes.PlainDeposit)).OrderNo);
        Assert.Equal(2, standIn.Count("queryOrderDetails.do"));
    }

    [Theory]
    [InlineData("extra-fields")]
    [InlineData("unknown-enums")]
    [InlineData("status-as-text")]
    public async Task Question_InAStrangeShape_IsAnsweredAtOnce(string fault)
    {
        standIn.Faults.Next("voidQuotation.do", FaultNames.Find(fault)!);

        Assert.IsType<PartnerAnswer<PartnerQuote>.Answered>(await Clients.Questions.QuoteVoidAsync(OrderNumber.Of(Scenes.PlainDeposit.OrderNo), Token));
        Assert.Equal(1, standIn.Count("voidQuotation.do"));
    }

    [Theory]
    [InlineData("drop-before", null, "connection")]
    [InlineData("drop-after", null, "connection")]
    [InlineData("html", 502, "http-502")]
    [InlineData("html-after", 500, "http-500")]
    [InlineData("code", 9999, "status-9999")]
    [InlineData("code-after", 9999, "status-9999")]
    [InlineData("rate-limited", 1, "throttled")]
    [InlineData("rate-limited", 2, "throttled")]
    [InlineData("rate-limited", 3, "throttled")]
    [InlineData("garbled", null, "unreadable")]
    [InlineData("truncated", null, "unreadable")]
    [InlineData("without", null, "no-code")]
    public async Task Send_IntoAFault_ReachesThePartnerOnceAndIsUnknown(string fault, int? number, string reason)
    {
        var offer = (await QuoteAsync(Scenes.PlainDeposit)).OfferId;
        standIn.Faults.Next("void.do", FaultNames.Find(fault, number)!);

        var result = await Clients.Sends.SendVoidAsync(
            OrderNumber.Of(Scenes.PlainDeposit.OrderNo), $$"""{"orderNo":"{{Scenes.PlainDeposit.OrderNo}}","voidOfferId":"{{offer}}"}""", Clients.Term, Token);

        Assert.Equal(reason, Assert.IsType<SendResult.Unknown>(result).Reason);
        Assert.Equal(1, standIn.Count("void.do"));
    }

    private async Task<(DateTimeOffset? At, DeadlineLimit Limit, DeadlineCertainty Certainty, string? Zone)> WhenAsync(Scene scene)
    {
        var deadline = VoidDeadline.Of(await QuoteAsync(scene), await OrderAsync(scene));
        return (deadline.At, deadline.Limit, deadline.Certainty, deadline.Zone);
    }

    private async Task<OrderSnapshot> OrderAsync(Scene scene) =>
        Assert.IsType<PartnerAnswer<OrderSnapshot>.Answered>(await Clients.Questions.FindByNumberAsync(OrderNumber.Of(scene.OrderNo), Token)).Value;

    private async Task<PartnerQuote> QuoteAsync(Scene scene) =>
        Assert.IsType<PartnerAnswer<PartnerQuote>.Answered>(await Clients.Questions.QuoteVoidAsync(OrderNumber.Of(scene.OrderNo), Token)).Value;

    private async Task<IReadOnlyList<PartnerProgress>> VoidsAsync(Scene scene) =>
        Assert.IsType<PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered>(
            await Clients.Questions.QueryVoidsAsync(OrderNumber.Of(scene.OrderNo), null, Token)).Value;
}
