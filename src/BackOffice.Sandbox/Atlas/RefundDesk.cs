namespace BackOffice.Sandbox.Atlas;

/// <summary>A quotation: a code other than 0, or an offer. That of a refused refund looks like any other and is not kept.</summary>
internal sealed record RefundQuote(int Code, RefundOffer? Offer = null);

/// <summary>The answer to a submission: a code other than 0, or the new case.</summary>
internal sealed record RefundSubmission(int Code, RefundCase? Case = null);

/// <summary>Quotes and takes refunds. Not thread-safe: its owner asks one question at a time.</summary>
internal sealed class RefundDesk(OrderBook orders, Numbers numbers, CaseBook cases)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly RefundChecks checks = new(cases);
    private readonly OfferBook<RefundOffer> offers = new();
    private readonly List<DateTimeOffset> submissions = [];

    public RefundQuote Quote(OrderKey key, RefundWish wish, DateTimeOffset now, StandInOptions options)
    {
        var (code, order) = Find(key, options);
        if (order is null)
            return new(code);
        if ((order.Refund.QuotationFailsWith ?? RefundChecks.Misfit(order, wish, now)) is { } misfit)
            return new(misfit);
        if (IsTaken(order) || checks.Overlap(order, wish) is not null)
            return new(AtlasCodes.CaseExists);
        if (checks.Bar(order, wish, now) is { } bar)
            return new(bar);

        var offer = Offer(order, wish, now);
        return new(AtlasCodes.Success, offer.Amounts.IsRefundable ? offers.Put(offer) : offer);
    }

    /// <summary>Takes the offer of that id.</summary>
    public RefundSubmission Submit(OrderKey key, string offerId, DateTimeOffset now, StandInOptions options)
    {
        var (code, order) = Find(key, options);
        if (order is null)
            return new(code);
        if (IsTooFrequent(now, options))
            return new(AtlasCodes.TooFrequent);
        return offers.Find(offerId, order.OrderNo, now, options) is { } offer
            ? Submit(order, offer, now, options)
            : new(AtlasCodes.OfferExpired);
    }

    /// <summary>Takes a request without a quotation; one that cannot be refunded is found out later, by the airline.</summary>
    public RefundSubmission Submit(OrderKey key, RefundWish wish, DateTimeOffset now, StandInOptions options)
    {
        var (code, order) = Find(key, options);
        if (order is null)
            return new(code);
        if (IsTooFrequent(now, options))
            return new(AtlasCodes.TooFrequent);
        return RefundChecks.Misfit(order, wish, now) is { } misfit
            ? new(misfit)
            : Submit(order, Offer(order, wish, now), now, options);
    }

    /// <summary>A refund that somebody else asked for in the partner's own portal, of all travellers; null when a void or refund is in the way already.</summary>
    public RefundCase? SubmitElsewhere(Order order, DateTimeOffset now, StandInOptions options)
    {
        if (cases.InTheWay<Case>(order.OrderNo) is not null)
            return null;

        var everybody = new RefundWish(RefundReason.Voluntary, [.. order.Travellers.Select(t => new PassengerWish(t.LastName, t.FirstName, []))], null);
        return Open(Offer(order, everybody, now), now, options, isFromPortal: true);
    }

    /// <summary>The refunds that the key means, newest first, or the code that says why there are none.</summary>
    public (int Code, IReadOnlyList<RefundCase> Found) Query(OrderKey key, string? refundCode, StandInOptions options)
    {
        var (code, order) = Find(key, options);
        return order is null
            ? (code, [])
            : (code, [.. cases.Of<RefundCase>(order.OrderNo).Where(c => refundCode is null || string.Equals(c.Code, refundCode, StringComparison.Ordinal))]);
    }

    public void Clear()
    {
        offers.Clear();
        submissions.Clear();
    }

    private RefundSubmission Submit(Order order, RefundOffer offer, DateTimeOffset now, StandInOptions options)
    {
        if (InTheWay(order, offer, now, options) is { } earlier)
            return new(earlier);
        return (RefundChecks.Misfit(order, offer.Wish, now) ?? checks.Bar(order, offer.Wish, now)) is { } code
            ? new(code)
            : new(AtlasCodes.Success, Open(offer, now, options));
    }

    private int? InTheWay(Order order, RefundOffer offer, DateTimeOffset now, StandInOptions options)
    {
        Case? earlier = checks.Overlap(order, offer.Wish);
        earlier ??= cases.InTheWay<VoidCase>(order.OrderNo);
        return earlier switch
        {
            RefundCase { IsFromPortal: true } => AtlasCodes.RefundExists,
            not null when now < earlier.SubmittedAt + options.SubmissionRunsFor => AtlasCodes.SubmissionRunning,
            RefundCase refund when !string.Equals(refund.Offer.Id, offer.Id, StringComparison.Ordinal) => AtlasCodes.CaseExists,
            not null => AtlasCodes.AlreadySubmitted,
            null => order.Void.RefundTrace switch
            {
                RefundTrace.None => null,
                RefundTrace.Refund => AtlasCodes.RefundExists,
                RefundTrace.Claim => AtlasCodes.RefundClaimExists,
            },
        };
    }

    private bool IsTaken(Order order) =>
        order.Void.RefundTrace is not RefundTrace.None || cases.InTheWay<VoidCase>(order.OrderNo) is not null;

    private bool IsTooFrequent(DateTimeOffset now, StandInOptions options)
    {
        submissions.RemoveAll(s => s <= now - Minute);
        submissions.Add(now);
        return submissions.Count > options.RefundsPerMinute;
    }

    private (int Code, Order? Order) Find(OrderKey key, StandInOptions options)
    {
        if (options.RefundsAreDenied)
            return (AtlasCodes.AccessDenied, null);

        var found = orders.All.Where(o => key.Fits(o) && (key.OrderNo is not null || !o.IsAncillary)).ToList();
        return found switch
        {
            [{ IsAncillary: true }] => (AtlasCodes.AncillaryOrder, null),
            [var only] => (AtlasCodes.Success, only),
            _ => (AtlasCodes.NotKnown, null),
        };
    }

    private RefundOffer Offer(Order order, RefundWish wish, DateTimeOffset now)
    {
        var travellers = wish.Passengers.Select(p => order.Travellers.First(p.Names)).ToList();
        var extras = orders.AncillariesOf(order)
            .Where(e => e.StateAt(now) is 2)
            .Select(e => e with { Travellers = [.. e.Travellers.Where(t => wish.Passengers.Any(p => p.Names(t)))] })
            .Where(e => e.Travellers.Count > 0)
            .ToList();
        return new RefundOffer(
            Numbers.NewOfferId(), order.OrderNo, now, wish, new RefundAmounts(order with { Travellers = travellers }, extras, wish.Reason, wish.DisplayCurrency));
    }

    private RefundCase Open(RefundOffer offer, DateTimeOffset now, StandInOptions options, bool isFromPortal = false)
    {
        var opened = new RefundCase(numbers.NextCaseCode(now), offer, now, CasePlan.ForRefund(offer.Amounts, options)) { IsFromPortal = isFromPortal };
        cases.Add(opened);
        return opened;
    }
}
