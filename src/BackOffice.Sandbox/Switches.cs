namespace BackOffice.Sandbox;

/// <summary>The options that may be changed while it runs; null leaves one as it is. The account is not among them.</summary>
internal sealed record Switches
{
    public bool? WrongAccountIsHttp401 { get; init; }

    public NoVoidAnswer? NoVoidAnswer { get; init; }

    public bool? SameDayFields { get; init; }

    public bool? ActualRefundAmount { get; init; }

    public bool? QueriesNameOffers { get; init; }

    public bool? QueriesNameTickets { get; init; }

    public bool? VoidDeadlineField { get; init; }

    public OrderAfterVoid? OrderAfterVoid { get; init; }

    public RefusalShape? ClosedWindowShape { get; init; }

    public int? NotTicketedCode { get; init; }

    public bool? MerchantOfRecordIsRefused { get; init; }

    public bool? ListTotalsAsText { get; init; }

    public bool? ListAncillaryOrders { get; init; }

    public bool? OnlyNewestOffer { get; init; }

    public bool? RefundExtrasAsObject { get; init; }

    public bool? RefundsListedByOrder { get; init; }

    public bool? RefundsAreDenied { get; init; }

    public int? RefundsPerMinute { get; init; }

    public RefundNotices? RefundNotices { get; init; }

    public static Switches Of(StandInOptions options) => new()
    {
        WrongAccountIsHttp401 = options.WrongAccountIsHttp401,
        NoVoidAnswer = options.NoVoidAnswer,
        SameDayFields = options.SameDayFields,
        ActualRefundAmount = options.ActualRefundAmount,
        QueriesNameOffers = options.QueriesNameOffers,
        QueriesNameTickets = options.QueriesNameTickets,
        VoidDeadlineField = options.VoidDeadlineField,
        OrderAfterVoid = options.OrderAfterVoid,
        ClosedWindowShape = options.ClosedWindowShape,
        NotTicketedCode = options.NotTicketedCode,
        MerchantOfRecordIsRefused = options.MerchantOfRecordIsRefused,
        ListTotalsAsText = options.ListTotalsAsText,
        ListAncillaryOrders = options.ListAncillaryOrders,
        OnlyNewestOffer = options.OnlyNewestOffer,
        RefundExtrasAsObject = options.RefundExtrasAsObject,
        RefundsListedByOrder = options.RefundsListedByOrder,
        RefundsAreDenied = options.RefundsAreDenied,
        RefundsPerMinute = options.RefundsPerMinute,
        RefundNotices = options.RefundNotices,
    };

    public StandInOptions ApplyTo(StandInOptions options) => options with
    {
        WrongAccountIsHttp401 = WrongAccountIsHttp401 ?? options.WrongAccountIsHttp401,
        NoVoidAnswer = NoVoidAnswer ?? options.NoVoidAnswer,
        SameDayFields = SameDayFields ?? options.SameDayFields,
        ActualRefundAmount = ActualRefundAmount ?? options.ActualRefundAmount,
        QueriesNameOffers = QueriesNameOffers ?? options.QueriesNameOffers,
        QueriesNameTickets = QueriesNameTickets ?? options.QueriesNameTickets,
        VoidDeadlineField = VoidDeadlineField ?? options.VoidDeadlineField,
        OrderAfterVoid = OrderAfterVoid ?? options.OrderAfterVoid,
        ClosedWindowShape = ClosedWindowShape ?? options.ClosedWindowShape,
        NotTicketedCode = NotTicketedCode ?? options.NotTicketedCode,
        MerchantOfRecordIsRefused = MerchantOfRecordIsRefused ?? options.MerchantOfRecordIsRefused,
        ListTotalsAsText = ListTotalsAsText ?? options.ListTotalsAsText,
        ListAncillaryOrders = ListAncillaryOrders ?? options.ListAncillaryOrders,
        OnlyNewestOffer = OnlyNewestOffer ?? options.OnlyNewestOffer,
        RefundExtrasAsObject = RefundExtrasAsObject ?? options.RefundExtrasAsObject,
        RefundsListedByOrder = RefundsListedByOrder ?? options.RefundsListedByOrder,
        RefundsAreDenied = RefundsAreDenied ?? options.RefundsAreDenied,
        RefundsPerMinute = RefundsPerMinute ?? options.RefundsPerMinute,
        RefundNotices = RefundNotices ?? options.RefundNotices,
    };
}
