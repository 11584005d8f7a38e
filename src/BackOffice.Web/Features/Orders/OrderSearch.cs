using BackOffice.Core.Orders;

namespace BackOffice.Web.Features.Orders;

/// <summary>How a search travels: numbers in the address, so that it can be shared; names and e-mails only in the tab's own history. Pure.</summary>
public static class OrderSearch
{
    /// <summary>Whether the text may stand in an address. What is not understood may be somebody's name, so it may not.</summary>
    public static bool MayBeInAddress(string typed) =>
        OrderQuery.Read(typed).IsDone(out var query, out var refusal)
            ? query is OrderQuery.ByNumber or OrderQuery.ByCase or OrderQuery.ByPnr
            : refusal.Is(OrdersRefusals.PnrNeedsCarrier);
}
