using System.Globalization;
using BackOffice.Core.Approvals;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Judging;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>Brings a case to where a schedule begins, with the production's use cases, while nothing goes wrong. Each place is made once.</summary>
internal static class Prologue
{
    public const string OrderNo = "SIM20260901000000001";

    public const string TradeNo = "2026090100000000000001";

    /// <summary>A stranger's payment, with a refund of its own.</summary>
    public const string OtherTradeNo = "2026090100000000000002";

    /// <summary>A large payment of the customer's; the other is a small one.</summary>
    public const string LargeTradeNo = "2026090100000000000003";

    private const long SmallTotal = 30_000;
    private const long LargeTotal = 160_000;

    private static readonly DateTimeOffset Dawn = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Within an agent's own limit, for one approval, for one that not everybody may give, for two, and a voucher.</summary>
    public static readonly Figures[] Menu =
    [
        new(1, 15_000, IsVoucher: false), new(2, 50_000, IsVoucher: false), new(3, 70_000, IsVoucher: false), new(4, 150_000, IsVoucher: false), new(5, 15_000, IsVoucher: true),
    ];

    /// <summary>The same for refunds, and one that the airline will decide on.</summary>
    private static readonly Figures[] RefundMenu = [.. Menu, new(6, 15_000, IsVoucher: false, IsGuess: true)];

    /// <summary>Parts and the whole of the small payment, and of the large one.</summary>
    private static readonly Figures[] CardMenu = [.. ((long[])[15_000, 20_000, SmallTotal, 70_000, 150_000, LargeTotal]).Select((minor, at) => new Figures(10 + at, minor, IsVoucher: false))];

    public static Figures[] MenuOf(Line line) => line switch { Line.Void => Menu, Line.Refund => RefundMenu, Line.Card => CardMenu };

    public static RefundWish WishFor(IEnumerable<string> lastNames) =>
        new(RefundReason.Voluntary, [.. lastNames.Select(n => new RefundPassenger(n, "ANY"))], DisplayCurrency: null);

    public static PrepareCardRefundInput CardWish(string supplier, long minor) =>
        new(supplier, minor <= SmallTotal ? TradeNo : LargeTradeNo, new Money(minor <= SmallTotal ? SmallTotal : LargeTotal, "USD"), new DateOnly(2026, 8, 1), new Money(minor, "USD"), "As the customer asked");

    public static Stage StageOf(Lane lane, Line line, Start start, Figures figures, Customs customs)
    {
        var deadline = line == Line.Void && customs.QuoteNamesDeadline;
        var key = string.Create(CultureInfo.InvariantCulture, $"{line} {start} {figures.Version} {customs.PaymentMethod} {deadline} {lane.Shape}");
        if (!lane.Stages.TryGetValue(key, out var stage))
        {
            // Another lane may have made it meanwhile: one of the two is kept, and both are the same.
            stage = lane.Stages.GetOrAdd(key, Make(lane, line, start, figures, customs with { QuoteNamesDeadline = deadline }));
        }

        return stage;
    }

    /// <summary>Every place there is, made now; for whoever must not make them later.</summary>
    /// <param name="mine">Which of so many shares of them.</param>
    public static void MakeAll(Lane lane, int mine, int shares)
    {
        var customs = Customs.Draw(new Dice(0));
        var all = from line in Enum.GetValues<Line>()
                  from payment in (int[])[1, 3, 5]
                  from deadline in line == Line.Void ? (bool[])[false, true] : [false]
                  from start in Enum.GetValues<Start>()
                  where line == Line.Card || start is not (Start.NotThere or Start.GivenUp or Start.Named)
                  from figures in MenuOf(line)
                  select (line, start, figures, customs with { PaymentMethod = payment, QuoteNamesDeadline = deadline });
        foreach (var (_, (line, start, figures, custom)) in all.Index().Where(place => place.Index % shares == mine))
        {
            StageOf(lane, line, start, figures, custom);
        }
    }

    private static Stage Make(Lane lane, Line line, Start start, Figures figures, Customs customs)
    {
        var gentle = customs with { QuoteTellsOfVoids = true, VisibleAfter = TimeSpan.Zero, QueriesCarryOffers = true, AcceptsTwice = false, OnlyNewestOffer = false, CardNoticesNameOurs = true, StandsAtOnce = 0, CardStandsAtOnce = 0, RefundQueriesNeedCode = false };
        var world = new World(lane) { Dice = new Dice(0), Line = line, Books = new Books(gentle), Staff = People.Hire() };
        world.Judge = new Judge(world, new Account());
        world.Clock.Reset(Dawn);
        world.Books.Open(OrderNo, line == Line.Card ? Menu[0] : figures, Dawn - TimeSpan.FromHours(2), Dawn + TimeSpan.FromHours(4));
        lane.Put(lane.Empty);
        lane.Enter(world);
        world.Start(0);
        if (line == Line.Card)
        {
            world.Books.Cards.Open(TradeNo, SmallTotal);
            world.Books.Cards.Open(LargeTradeNo, LargeTotal);
            world.Books.Cards.TakeByHand(world.Books.Cards.Open(OtherTradeNo, 90_000), 90_000, Dawn);
            world.SetCustomerPaid("ByHand");
            new Play(world, Line.Void, Menu[0]).To(Start.Following);
        }

        if (start is Start.Second or Start.Done)
        {
            new Play(world, line, figures).To(Start.Following);
            var first = line == Line.Card ? world.Books.Cards.All.Single(t => !t.IsForeign) : world.Books.Of(OrderNo).Taken[0];
            first.MoveTo((line, start, customs.PaymentMethod) switch { (Line.Card, Start.Second, _) => 2, (Line.Card, _, _) => 1, (_, Start.Second, _) => 4, (_, _, 3) => 5, _ => 2 });
            world.Advance(TimeSpan.FromMinutes(2));
            Play.Do(world, "reconciler", -1, world.Instances[0].ReconcileAsync);
        }

        var last = new Play(world, line, figures, start);
        last.To(start switch { Start.Second => Start.Queued, Start.Done => Start.Nothing, Start.RestoredOpen or Start.RestoredQuoted or Start.RestoredAsked => Start.Following, _ => start });
        lane.Enter(null);
        if (world.Judge.Findings is [var found, ..])
        {
            throw new InvalidOperationException($"Found on the way to {line} {start}, where nothing goes wrong: {found.Check}: {found.Story}");
        }

        return new Stage(last.Backup?.Image ?? lane.Capture(), world.Books, world.Judge.Account, world.Clock.Now, last.Backup?.TakenAt);
    }
}
