namespace BackOffice.Sandbox.Atlas;

/// <summary>The partner's business codes as far as the stand-in uses them, with a text for people.</summary>
internal static class AtlasCodes
{
    public const int Success = 0;
    public const int MissingData = 100;
    public const int PnrMatchesSeveral = 701;
    public const int PnrWithoutCarrier = 702;
    public const int NothingFound = 703;
    public const int Contradiction = 704;
    public const int OrderUnknown = 800;
    public const int NotKnown = 801;
    public const int ChildrenAlone = 802;
    public const int CaseExists = 803;
    public const int OfferExpired = 805;
    public const int PassengerUnknown = 807;
    public const int FareNotVoidable = 808;
    public const int NotTicketed = 809;
    public const int WrongParameter = 810;
    public const int ItineraryIncomplete = 811;
    public const int NameDiffers = 812;
    public const int SubmissionRunning = 814;
    public const int TicketNotFound = 815;
    public const int AlreadySubmitted = 816;
    public const int RefundExists = 817;
    public const int RefundClaimExists = 818;
    public const int TicketUsed = 820;
    public const int RefundLimitPassed = 821;
    public const int WindowClosed = 822;
    public const int NotAllPassengers = 823;
    public const int AncillaryOrder = 824;
    public const int PaymentNotSupported = 841;
    public const int NotCovered = 843;
    public const int WrongAccount = 900;
    public const int NotJson = 901;
    public const int AccessDenied = 902;
    public const int TooFrequent = 905;
    public const int SegmentUnknown = 8041;
    public const int Unexpected = 9999;

    private static readonly Dictionary<int, string> Texts = new()
    {
        [-1] = "Unspecified error",
        [2] = "System error",
        [MissingData] = "Mandatory data is missing",
        [PnrMatchesSeveral] = "The airline PNR belongs to several orders",
        [PnrWithoutCarrier] = "Airline PNR and carrier are needed together",
        [NothingFound] = "No order found",
        [Contradiction] = "The given parameters do not belong to one order",
        [705] = "Query timed out",
        [OrderUnknown] = "Order does not exist",
        [NotKnown] = "No such order, or no void or refund found for it",
        [ChildrenAlone] = "Children cannot stay in the booking alone",
        [CaseExists] = "A void or refund exists for this passenger or segment",
        [OfferExpired] = "Offer expired, please call refundQuotation.do again",
        [PassengerUnknown] = "Passenger is not in this order",
        [FareNotVoidable] = "The airline does not allow this fare to be voided",
        [NotTicketed] = "Order is not ticketed",
        [WrongParameter] = "Parameter error",
        [ItineraryIncomplete] = "All segments must be refunded together, and none may be flown",
        [NameDiffers] = "Passenger name does not match the order",
        [SubmissionRunning] = "A submission is in progress, please query later",
        [TicketNotFound] = "Ticket not found",
        [AlreadySubmitted] = "A void or refund request was already submitted for this order",
        [RefundExists] = "A refund handled by Atlas exists for this order",
        [RefundClaimExists] = "A refund claim exists for this order",
        [TicketUsed] = "The ticket was already used",
        [RefundLimitPassed] = "Refund deadline exceeded for this ticket",
        [WindowClosed] = "Void deadline exceeded for this ticket",
        [NotAllPassengers] = "A void takes all passengers of the order",
        [AncillaryOrder] = "This is an ancillary order, please use the ticket order",
        [PaymentNotSupported] = "Void is not supported for this payment method, please contact the airline",
        [NotCovered] = "Void is not supported for this airline or route",
        [WrongAccount] = "Client id or client secret is wrong",
        [NotJson] = "The request is not valid JSON",
        [AccessDenied] = "Access denied",
        [TooFrequent] = "Requests are too frequent",
        [SegmentUnknown] = "Segment is not in this order",
        [Unexpected] = "Unexpected error",
    };

    public static string TextOf(int code) => Texts.GetValueOrDefault(code, "Request failed");
}
