using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>Refusals of looking up and quoting; the partner's codes are translated into these in one table.</summary>
public static class OrdersRefusals
{
    public static readonly Refusal EmptySearch = new("orders.empty-search", RefusalKind.Input);
    public static readonly Refusal SearchTooLong = new("orders.search-too-long", RefusalKind.Input);
    public static readonly Refusal NotUnderstood = new("orders.not-understood", RefusalKind.Input);
    public static readonly Refusal PnrNeedsCarrier = new("orders.pnr-needs-carrier", RefusalKind.Input);
    public static readonly Refusal OrderUnknown = new("orders.unknown", RefusalKind.NotFound);
    public static readonly Refusal NothingFound = new("orders.nothing-found", RefusalKind.NotFound);
    public static readonly Refusal SeveralOrders = new("orders.several", RefusalKind.Input);
    public static readonly Refusal SearchContradicts = new("orders.contradicts", RefusalKind.Input);
    public static readonly Refusal PartnerSilent = new("orders.partner-silent", RefusalKind.NoAnswer);
    public static readonly Refusal PartnerAccount = new("orders.partner-account", RefusalKind.Partner);
    /// <summary>Between the claim and the call the program slept for longer than the claim holds.</summary>
    public static readonly Refusal StoodStill = new("send.stood-still", RefusalKind.NotNow);
    public static readonly Refusal PartnerRejectedRequest = new("orders.partner-rejected-request", RefusalKind.Partner);

    public static readonly Refusal NotVoidable = new("void.not-voidable", RefusalKind.Partner);
    public static readonly Refusal AlreadyVoided = new("void.already-submitted", RefusalKind.Partner);
    public static readonly Refusal AlreadyRefunding = new("void.refund-exists", RefusalKind.Partner);
    public static readonly Refusal RefundClaimExists = new("void.refund-claim-exists", RefusalKind.Partner);
    public static readonly Refusal SubmissionRunning = new("void.submission-running", RefusalKind.Partner);
    public static readonly Refusal OfferExpired = new("void.offer-expired", RefusalKind.Partner);
    public static readonly Refusal FareNotVoidable = new("void.fare-not-voidable", RefusalKind.Partner);
    public static readonly Refusal TicketUnknown = new("void.ticket-unknown", RefusalKind.Partner);
    public static readonly Refusal TicketUsed = new("void.ticket-used", RefusalKind.Partner);
    public static readonly Refusal WindowClosed = new("void.window-closed", RefusalKind.Partner);
    public static readonly Refusal NotAllPassengers = new("void.not-all-passengers", RefusalKind.Partner);
    public static readonly Refusal AncillaryOrder = new("void.ancillary-order", RefusalKind.Partner);
    public static readonly Refusal PaymentNotSupported = new("void.payment-not-supported", RefusalKind.Partner);
    public static readonly Refusal AirlineNotCovered = new("void.airline-not-covered", RefusalKind.Partner);
    public static readonly Refusal NotTicketed = new("void.not-ticketed", RefusalKind.Partner);
    public static readonly Refusal NotRefundable = new("refund.not-refundable", RefusalKind.Partner);
    public static readonly Refusal NobodyChosen = new("refund.nobody-chosen", RefusalKind.Input);
    public static readonly Refusal ChildAlone = new("refund.child-alone", RefusalKind.Partner);
    public static readonly Refusal PassengerUnknown = new("refund.passenger-unknown", RefusalKind.Partner);
    public static readonly Refusal NameDiffers = new("refund.name-differs", RefusalKind.Partner);
    public static readonly Refusal JourneyIncomplete = new("refund.journey-incomplete", RefusalKind.Partner);
    public static readonly Refusal SegmentUnknown = new("refund.segment-unknown", RefusalKind.Partner);
    public static readonly Refusal AlreadyRefunded = new("refund.already-submitted", RefusalKind.Partner);
    public static readonly Refusal RefundLimitPassed = new("refund.limit-passed", RefusalKind.Partner);
    public static readonly Refusal FlightsUnreadable = new("refund.flights-unreadable", RefusalKind.Partner);
    public static readonly Refusal UnlistedCode = new("void.unlisted-code", RefusalKind.Partner);

    /// <summary>
    /// Whether a question is still open after this no: nobody answered, or what came is about our account, about how we asked or about something that is
    /// being worked on at this moment, or is a code that nobody lists. It does not say what can be done with the booking, and is not passed on as a no. Pure.
    /// </summary>
    public static bool LeavesOpen(Refusal refusal) =>
        refusal.Kind is RefusalKind.NoAnswer or RefusalKind.NotFound
        || refusal.Is(PartnerAccount) || refusal.Is(PartnerRejectedRequest) || refusal.Is(UnlistedCode) || refusal.Is(SubmissionRunning) || refusal.Is(OfferExpired)
        || refusal.Is(FlightsUnreadable) || refusal.Is(PassengerUnknown) || refusal.Is(NameDiffers) || refusal.Is(SegmentUnknown);
}
