using BackOffice.Core.Orders;
using Unit.Testing;

namespace Unit.Atlas;

/// <summary>Through the registered port: what wakes after its term, wherever it stood, makes no call.</summary>
public sealed class CallTermOverTheWireTests
{
    [Fact]
    public async Task Send_WhoseTermIsOver_IsRefusedAndNothingLeaves()
    {
        var clock = new TestClock();
        await using var partner = await PartnerListener.StartAsync();
        using var clients = new AtlasClients(partner.Address, clock);
        var term = clients.Term;
        clock.Advance(TimeSpan.FromHours(1));

        var result = await SendAsync(clients, term);

        Assert.True(Assert.IsType<SendResult.Refused>(result).Refusal.Is(OrdersRefusals.StoodStill));
        Assert.Empty(partner.Requests);
    }

    /// <summary>One call a second, and it is the second within this one: when its turn comes its term is over.</summary>
    [Fact]
    public async Task Send_WhoseTermEndsWhileItWaitsForItsTurn_IsRefusedAndDoesNotLeave()
    {
        var clock = new TestClock();
        await using var partner = await PartnerListener.StartAsync();
        using var clients = new AtlasClients(partner.Address, clock, options => options.CallsPerSecond = 1);
        await clients.SendAsync();
        var (term, waits) = (CallTerm.Begin(clock, TimeSpan.FromMilliseconds(500)), clock.Waits.Count);

        var second = SendAsync(clients, term);
        await clock.WaitsStartedAsync(waits + 1).WithinAsync();
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(Assert.IsType<SendResult.Refused>(await second).Refusal.Is(OrdersRefusals.StoodStill));
        Assert.Single(partner.Requests);
    }

    private static Task<SendResult> SendAsync(AtlasClients clients, CallTerm term) =>
        clients.Sends.SendVoidAsync(AtlasClients.OrderNo, AtlasClients.VoidBody, term, TestContext.Current.CancellationToken);
}
