namespace BackOffice.Sandbox;

/// <summary>How <c>queryVoidOrders.do</c> says that an order has no void, and <c>queryRefundOrders.do</c> that it has no refund.</summary>
public enum NoVoidAnswer
{
    Code801,
    EmptyList,
}

/// <summary>What the order shows after its void, or the refunds of all its passengers, are done.</summary>
public enum OrderAfterVoid
{
    Unchanged,
    Cancelled,
}

/// <summary>Which notices come of a refund; the partner publishes only one, in an old edition.</summary>
public enum RefundNotices
{
    /// <summary>One, without a type, when the money is credited (2).</summary>
    WhenCredited,

    /// <summary>One of the type <c>order.refund</c> at every change, shaped like those of voids. Our guess.</summary>
    EveryChange,
}

/// <summary>The three ways in which a quotation says no.</summary>
public enum RefusalShape
{
    /// <summary>A business code other than 0.</summary>
    Code,

    /// <summary><c>status</c> 0 with <c>isVoidable</c> false and no offer.</summary>
    Flag,

    /// <summary><c>status</c> 0, voidable, with an offer, and yet <c>voidWindow.allowVoid</c> false.</summary>
    Window,
}

/// <summary>
/// The account that is accepted, how fast cases move, and the switches for what the partner's documents leave open.
/// </summary>
public sealed record StandInOptions
{
    public string ClientId { get; init; } = "rehearsal";

    public string ClientSecret { get; init; } = "rehearsal-secret";

    /// <summary>The account's short name inside notices.</summary>
    public string ClientCode { get; init; } = "rehears40831";

    /// <summary>A wrong account is answered with HTTP 401 as well as code 900.</summary>
    public bool WrongAccountIsHttp401 { get; init; }

    public NoVoidAnswer NoVoidAnswer { get; init; } = NoVoidAnswer.Code801;

    /// <summary>Off leaves the same-day fields of the window null; the cut-off itself stays.</summary>
    public bool SameDayFields { get; init; } = true;

    /// <summary>On adds <c>actualRefundAmount</c> to voids and refunds that reached 2.</summary>
    public bool ActualRefundAmount { get; init; }

    /// <summary>Queries name the offer that a void or refund was submitted with; no page of the partner's promises it.</summary>
    public bool QueriesNameOffers { get; init; } = true;

    /// <summary>Off leaves <c>refundTickets</c> of queried refunds null, which its type allows: nobody can see whose they are.</summary>
    public bool QueriesNameTickets { get; init; } = true;

    /// <summary>On adds <c>voidDeadline</c> to every quotation, not only where a scene carries it.</summary>
    public bool VoidDeadlineField { get; init; }

    public OrderAfterVoid OrderAfterVoid { get; init; } = OrderAfterVoid.Unchanged;

    /// <summary>How a closed window is told.</summary>
    public RefusalShape ClosedWindowShape { get; init; } = RefusalShape.Code;

    /// <summary>What a quotation answers for an order without tickets.</summary>
    public int NotTicketedCode { get; init; } = 815;

    /// <summary>On refuses orders paid through Atlas as merchant of record (method 5) with 841 too.</summary>
    public bool MerchantOfRecordIsRefused { get; init; }

    /// <summary>On writes page, size and total of an order list as strings.</summary>
    public bool ListTotalsAsText { get; init; }

    /// <summary>On lists orders for later-bought extras next to the main orders.</summary>
    public bool ListAncillaryOrders { get; init; }

    /// <summary>Since the submission, on the movable clock.</summary>
    public TimeSpan AirlineProcessingAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc cref="AirlineProcessingAfter"/>
    public TimeSpan AirlineRefundingAfter { get; init; } = TimeSpan.FromMinutes(4);

    /// <inheritdoc cref="AirlineProcessingAfter"/>
    public TimeSpan DoneAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc cref="AirlineProcessingAfter"/>
    public TimeSpan RefundProcessingAfter { get; init; } = TimeSpan.FromHours(4);

    /// <inheritdoc cref="AirlineProcessingAfter"/>
    public TimeSpan RefundRefundingAfter { get; init; } = TimeSpan.FromDays(2);

    /// <inheritdoc cref="AirlineProcessingAfter"/>
    public TimeSpan RefundDoneAfter { get; init; } = TimeSpan.FromDays(5);

    public TimeSpan OfferLife { get; init; } = TimeSpan.FromHours(2);

    /// <summary>On makes a new quotation of an order end the older offers of the same kind.</summary>
    public bool OnlyNewestOffer { get; init; }

    /// <summary>On writes the extras in answers of <c>refundQuotation.do</c> and <c>refund.do</c> as one object in place of an array.</summary>
    public bool RefundExtrasAsObject { get; init; }

    /// <summary>On lists the refunds of an order without a <c>refundCode</c> too.</summary>
    public bool RefundsListedByOrder { get; init; }

    /// <summary>On answers 902 to every refund call.</summary>
    public bool RefundsAreDenied { get; init; }

    /// <summary>How many calls of <c>refund.do</c> are taken within a minute; the next ones are answered with 905. Null is no limit.</summary>
    public int? RefundsPerMinute { get; init; }

    public RefundNotices RefundNotices { get; init; } = RefundNotices.WhenCredited;

    /// <summary>A second submission within this time is told that the first is still running (814) rather than made (816).</summary>
    public TimeSpan SubmissionRunsFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Off lets notices leave for other machines; on they go to loopback addresses only.</summary>
    public bool NoticesStayOnLoopback { get; init; } = true;
}
