namespace BackOffice.Sandbox.Atlas;

/// <summary>A quotation: a code other than 0, or an offer, or a polite no without an offer.</summary>
internal sealed record VoidQuote(int Code, VoidAmounts? Amounts = null, VoidOffer? Offer = null, bool IsVoidable = false, bool AllowVoid = false);

/// <summary>The answer to a submission: a code other than 0, or the new case.</summary>
internal sealed record VoidSubmission(int Code, VoidCase? Case = null);

/// <summary>Quotes, takes and keeps voids. Not thread-safe: its owner asks one question at a time.</summary>
internal sealed class VoidDesk(OrderBook orders, Numbers numbers, CaseBook cases)
{
    private readonly OfferBook<VoidOffer> offers = new();

    public VoidQuote Quote(string orderNo, DateTimeOffset now, StandInOptions options)
    {
        if (!orders.TryFind(orderNo, out var order))
            return new(AtlasCodes.NotKnown);
        if (Obstacle(order, now, options) is { } code)
            return new(code);

        var amounts = new VoidAmounts(order, [.. orders.AncillariesOf(order).Where(e => e.StateAt(now) is 2)]);
        var isOpen = VoidWindow.IsOpen(order, now);
        if (!order.Void.IsFareNonVoidable && isOpen)
            return new(AtlasCodes.Success, amounts, Mint(amounts, now), IsVoidable: true, AllowVoid: true);

        return (order.Void.IsFareNonVoidable ? order.Void.RefusalShape : options.ClosedWindowShape) switch
        {
            RefusalShape.Code => new(order.Void.IsFareNonVoidable ? AtlasCodes.FareNotVoidable : AtlasCodes.WindowClosed),
            RefusalShape.Flag => new(AtlasCodes.Success, amounts),
            RefusalShape.Window => new(AtlasCodes.Success, amounts, Mint(amounts, now), IsVoidable: true),
        };
    }

    public VoidSubmission Submit(string orderNo, string offerId, DateTimeOffset now, StandInOptions options)
    {
        if (!orders.TryFind(orderNo, out var order))
            return new(AtlasCodes.NotKnown);
        if (order.IsAncillary)
            return new(AtlasCodes.AncillaryOrder);
        if (offers.Find(offerId, orderNo, now, options) is not { } offer)
            return new(AtlasCodes.OfferExpired);
        if (cases.InTheWay<VoidCase>(orderNo) is { } earlier)
            return new(now < earlier.SubmittedAt + options.SubmissionRunsFor ? AtlasCodes.SubmissionRunning : AtlasCodes.AlreadySubmitted);
        if (Obstacle(order, now, options) is { } code)
            return new(code);
        if (order.Void.IsFareNonVoidable)
            return new(AtlasCodes.FareNotVoidable);
        if (!VoidWindow.IsOpen(order, now))
            return new(AtlasCodes.WindowClosed);

        return new(AtlasCodes.Success, Open(offer, order, now, options));
    }

    /// <summary>A void that somebody else sent through the partner's own portal; null when a void or refund is in the way already.</summary>
    public VoidCase? SubmitElsewhere(Order order, DateTimeOffset now, StandInOptions options)
    {
        if (cases.InTheWay<Case>(order.OrderNo) is not null)
            return null;

        var amounts = new VoidAmounts(order, [.. orders.AncillariesOf(order).Where(e => e.StateAt(now) is 2)]);
        return Open(Mint(amounts, now), order, now, options);
    }

    public void Clear() => offers.Clear();

    private VoidCase Open(VoidOffer offer, Order order, DateTimeOffset now, StandInOptions options)
    {
        var opened = new VoidCase(numbers.NextCaseCode(now), offer, now, CasePlan.ForVoid(order, options));
        cases.Add(opened);
        return opened;
    }

    private int? Obstacle(Order order, DateTimeOffset now, StandInOptions options) => order switch
    {
        { IsAncillary: true } => AtlasCodes.AncillaryOrder,
        _ when cases.InTheWay<VoidCase>(order.OrderNo) is not null => AtlasCodes.AlreadySubmitted,
        _ when order.StateAt(now) is not 2 => options.NotTicketedCode,
        _ when cases.InTheWay<RefundCase>(order.OrderNo) is not null => AtlasCodes.RefundExists,
        { Void.RefundTrace: RefundTrace.Refund } => AtlasCodes.RefundExists,
        { Void.RefundTrace: RefundTrace.Claim } => AtlasCodes.RefundClaimExists,
        { PaymentMethod: 4 } => AtlasCodes.PaymentNotSupported,
        { PaymentMethod: 5 } when options.MerchantOfRecordIsRefused => AtlasCodes.PaymentNotSupported,
        _ when !Coverage.Covers(order) => AtlasCodes.NotCovered,
        _ when order.Legs.Any(l => l.DepartsAt <= now) => AtlasCodes.TicketUsed,
        _ => null,
    };

    private VoidOffer Mint(VoidAmounts amounts, DateTimeOffset now) =>
        offers.Put(new VoidOffer(Numbers.NewOfferId(), amounts.Order.OrderNo, now, amounts));
}
