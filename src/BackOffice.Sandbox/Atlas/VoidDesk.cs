namespace BackOffice.Sandbox.Atlas;

/// <summary>A quotation: a code other than 0, or an offer, or a polite no without an offer.</summary>
internal sealed record VoidQuote(int Code, VoidAmounts? Amounts = null, VoidOffer? Offer = null, bool IsVoidable = false, bool AllowVoid = false);

/// <summary>The answer to a submission: a code other than 0, or the new case.</summary>
internal sealed record VoidSubmission(int Code, VoidCase? Case = null);

/// <summary>Quotes, takes and keeps voids. Not thread-safe: its owner asks one question at a time.</summary>
internal sealed class VoidDesk(OrderBook orders, Numbers numbers)
{
    private readonly List<VoidCase> cases = [];
    private readonly Dictionary<string, VoidOffer> offers = new(StringComparer.Ordinal);

    public IReadOnlyList<VoidCase> Cases => cases;

    /// <summary>The cases of an order, newest first.</summary>
    public IEnumerable<VoidCase> CasesOf(string orderNo) =>
        cases.Where(c => string.Equals(c.OrderNo, orderNo, StringComparison.Ordinal)).Reverse();

    public VoidQuote Quote(string orderNo, DateTimeOffset now, StandInOptions options)
    {
        if (!orders.TryFind(orderNo, out var order))
            return new(AtlasCodes.NotKnownToVoid);
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
            return new(AtlasCodes.NotKnownToVoid);
        if (order.IsAncillary)
            return new(AtlasCodes.AncillaryOrder);
        if (!offers.TryGetValue(offerId, out var offer)
            || !string.Equals(offer.OrderNo, orderNo, StringComparison.Ordinal)
            || now >= offer.QuotedAt + options.OfferLife)
        {
            return new(AtlasCodes.OfferExpired);
        }

        if (CaseInTheWay(orderNo) is { } earlier)
            return new(now < earlier.SubmittedAt + options.SubmissionRunsFor ? AtlasCodes.SubmissionRunning : AtlasCodes.AlreadySubmitted);
        if (Obstacle(order, now, options) is { } code)
            return new(code);
        if (order.Void.IsFareNonVoidable)
            return new(AtlasCodes.FareNotVoidable);
        if (!VoidWindow.IsOpen(order, now))
            return new(AtlasCodes.WindowClosed);

        return new(AtlasCodes.Success, Open(offer, order, now, options));
    }

    /// <summary>A void that somebody else sent through the partner's own portal; null when one is in the way already.</summary>
    public VoidCase? SubmitElsewhere(Order order, DateTimeOffset now, StandInOptions options)
    {
        if (CaseInTheWay(order.OrderNo) is not null)
            return null;

        var amounts = new VoidAmounts(order, [.. orders.AncillariesOf(order).Where(e => e.StateAt(now) is 2)]);
        return Open(Mint(amounts, now), order, now, options);
    }

    public void Clear()
    {
        cases.Clear();
        offers.Clear();
    }

    private VoidCase Open(VoidOffer offer, Order order, DateTimeOffset now, StandInOptions options)
    {
        var opened = new VoidCase(numbers.NextCaseCode(now), offer, now, VoidPlan.For(order, options));
        cases.Add(opened);
        return opened;
    }

    private VoidCase? CaseInTheWay(string orderNo) => CasesOf(orderNo).FirstOrDefault(c => c.IsInTheWay);

    private int? Obstacle(Order order, DateTimeOffset now, StandInOptions options) => order switch
    {
        { IsAncillary: true } => AtlasCodes.AncillaryOrder,
        _ when CaseInTheWay(order.OrderNo) is not null => AtlasCodes.AlreadySubmitted,
        _ when order.StateAt(now) is not 2 => options.NotTicketedCode,
        { Void.RefundTrace: RefundTrace.Refund } => AtlasCodes.RefundExists,
        { Void.RefundTrace: RefundTrace.Claim } => AtlasCodes.RefundClaimExists,
        { PaymentMethod: 4 } => AtlasCodes.PaymentNotSupported,
        { PaymentMethod: 5 } when options.MerchantOfRecordIsRefused => AtlasCodes.PaymentNotSupported,
        _ when !Coverage.Covers(order) => AtlasCodes.NotCovered,
        _ when order.Legs.Any(l => l.DepartsAt <= now) => AtlasCodes.TicketUsed,
        _ => null,
    };

    private VoidOffer Mint(VoidAmounts amounts, DateTimeOffset now)
    {
        var offer = new VoidOffer(Numbers.NewOfferId(), amounts.Order.OrderNo, now, amounts);
        offers.Add(offer.Id, offer);
        return offer;
    }
}
