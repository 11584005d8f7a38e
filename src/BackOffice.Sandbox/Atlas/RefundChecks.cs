namespace BackOffice.Sandbox.Atlas;

/// <summary>Whether travellers of an order can be refunded: the code that stands against it, or null.</summary>
internal sealed class RefundChecks(CaseBook cases)
{
    /// <summary>What was asked does not fit the order.</summary>
    public static int? Misfit(Order order, RefundWish wish, DateTimeOffset now)
    {
        var unknown = wish.Passengers.FirstOrDefault(p => !order.Travellers.Any(p.Names));
        return order.StateAt(now) switch
        {
            -3 => AtlasCodes.TicketNotFound,
            not 2 => AtlasCodes.NotTicketed,
            _ when unknown is not null => order.Travellers.Any(unknown.AlmostNames) ? AtlasCodes.NameDiffers : AtlasCodes.PassengerUnknown,
            _ when wish.Passengers.SelectMany(p => p.Segments).Any(s => !order.Legs.Any(s.Fits)) => AtlasCodes.SegmentUnknown,
            _ when wish.Passengers.Any(p => !order.Legs.All(l => p.Segments.Any(s => s.Fits(l)))) || IsPartlyFlown(order, now) => AtlasCodes.ItineraryIncomplete,
            _ => null,
        };
    }

    /// <summary>The refund that takes one of the travellers already; the newest.</summary>
    public RefundCase? Overlap(Order order, RefundWish wish) =>
        cases.Of<RefundCase>(order.OrderNo)
            .FirstOrDefault(c => c.IsInTheWay && order.Travellers.Any(t => c.Takes(t) && wish.Passengers.Any(p => p.Names(t))));

    /// <summary>The refund itself is not possible.</summary>
    public int? Bar(Order order, RefundWish wish, DateTimeOffset now) => order switch
    {
        _ when LeavesChildrenAlone(order, wish) => AtlasCodes.ChildrenAlone,
        _ when order.Legs.All(l => l.DepartsAt <= now) => AtlasCodes.TicketUsed,
        _ when RefundLimit.IsPassed(order, now) => AtlasCodes.RefundLimitPassed,
        _ when wish.Reason is RefundReason.Void => BarToVoid(order, wish, now),
        _ => null,
    };

    private static int? BarToVoid(Order order, RefundWish wish, DateTimeOffset now) => order switch
    {
        _ when wish.Passengers.Count != order.Travellers.Count => AtlasCodes.NotAllPassengers,
        _ when !Coverage.Covers(order) => AtlasCodes.NotCovered,
        { Void.IsFareNonVoidable: true } => AtlasCodes.FareNotVoidable,
        _ when !VoidWindow.IsOpen(order, now) => AtlasCodes.WindowClosed,
        _ => null,
    };

    private bool LeavesChildrenAlone(Order order, RefundWish wish)
    {
        var gone = cases.Of<RefundCase>(order.OrderNo).Where(c => c.IsInTheWay).ToList();
        var staying = order.Travellers.Where(t => !wish.Passengers.Any(p => p.Names(t)) && !gone.Any(c => c.Takes(t))).ToList();
        return staying.Count > 0 && staying.All(t => t.Type is not TravellerType.Adult);
    }

    private static bool IsPartlyFlown(Order order, DateTimeOffset now) =>
        order.Legs.Any(l => l.DepartsAt <= now) && order.Legs.Any(l => l.DepartsAt > now);
}
