using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>The no of a quote that came with status 0. Pure.</summary>
internal static class NotPossible
{
    public static Refusal Of(CaseKind kind) => kind switch
    {
        CaseKind.Void => OrdersRefusals.NotVoidable,
        CaseKind.Refund or CaseKind.CardRefund => OrdersRefusals.NotRefundable,
    };
}
