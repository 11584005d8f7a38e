using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Rehearsal;

namespace BackOffice.Web.Hosting;

/// <summary>The rehearsal's stage: the stand-in, the clock that can be moved, and the cast that can sign in.</summary>
internal sealed class StandInRehearsal(MovableClock clock, AtlasStandIn standIn, AsiaBillStandIn cards) : IRehearsal
{
    private const string Password = "Rehearsal-2026!";

    public bool IsOn => true;

    public IReadOnlyList<CastMember> Cast { get; } =
    [
        new("agent@rehearsal.example", Password, "Ana Agent", Role.Agent) { SendLimit = new Money(20_000, "USD") },
        new("agent2@rehearsal.example", Password, "Ben Agent", Role.Agent) { SendLimit = new Money(20_000, "USD") },
        new("supervisor@rehearsal.example", Password, "Sara Supervisor", Role.Supervisor) { SendLimit = new Money(100_000, "USD") },
        new("supervisor2@rehearsal.example", Password, "Tom Supervisor", Role.Supervisor) { SendLimit = new Money(100_000, "USD") },
        new("auditor@rehearsal.example", Password, "Olga Auditor", Role.Auditor),
        new("administrator@rehearsal.example", Password, "Adam Administrator", Role.Administrator),
    ];

    public IReadOnlyList<StagedOrder> Orders
    {
        get
        {
            var isChinese = CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);
            return
            [
                .. Scenes.All.Select(s => new StagedOrder(
                    s.OrderNo, s.AirlinePnr, s.Carrier, isChinese ? s.TitleZh : s.Title, isChinese ? s.ExpectationZh : s.Expectation)),
            ];
        }
    }

    public IReadOnlyList<StagedPayment> Payments
    {
        get
        {
            var isChinese = CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);
            return
            [
                .. PaymentScenes.All.Join(cards.Payments, s => s.TradeNo, p => p.TradeNo, (s, p) => new StagedPayment(
                    s.TradeNo, Money.From(p.Amount, p.Currency)!.Value, DateOnly.FromDateTime(p.PaidAt.UtcDateTime),
                    isChinese ? s.TitleZh : s.Title, isChinese ? s.ExpectationZh : s.Expectation), StringComparer.Ordinal),
            ];
        }
    }

    public IStagedPartner Partner { get; } = new StandInPartner(standIn, cards);

    public TimeSpan Offset => clock.Offset;

    public void Advance(TimeSpan time) => clock.Advance(time);

    public void Reset() => clock.Reset();

    public IDisposable OnMoved(Action moved)
    {
        var context = ExecutionContext.Capture();
        void InContext()
        {
            if (context is null)
            {
                moved();
            }
            else
            {
                ExecutionContext.Run(context, _ => moved(), null);
            }
        }

        clock.Moved += InContext;
        return new Unsubscriber(() => clock.Moved -= InContext);
    }

    private sealed class Unsubscriber(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
