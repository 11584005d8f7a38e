using BackOffice.Sandbox;
using BackOffice.Web.Features.Rehearsal;

namespace BackOffice.Web.Hosting;

/// <summary>The page's switches, on the stand-ins of both partners; a path says which of them is meant.</summary>
internal sealed class StandInPartner(AtlasStandIn standIn, AsiaBillStandIn cards) : IStagedPartner
{
    private static readonly string[] Sending = ["void.do", "refund.do", AsiaBillStandIn.RefundPath];
    private static readonly string[] OfCards = [AsiaBillStandIn.RefundPath, AsiaBillStandIn.LookUpPath];

    public IReadOnlyList<string> Paths { get; } =
    [
        "void.do", "voidQuotation.do", "queryVoidOrders.do", "refund.do", "refundQuotation.do", "queryRefundOrders.do", "queryOrderDetails.do", "orderList.do", .. OfCards, "*",
    ];

    public IReadOnlyList<string> FaultNames => Sandbox.FaultNames.All;

    public IReadOnlyList<StagedFault> Faults => [.. standIn.Faults.Planned.Concat(cards.Faults.Planned).Select(p => new StagedFault(p.Path, NameOf(p.Fault), p.OrderNo, p.Times))];

    public IReadOnlyList<string> NoticePolicies { get; } = Enum.GetNames<NoticePolicy>();

    public string NoticePolicy
    {
        get => standIn.Notices.Policy.ToString();
        set => standIn.Notices.Policy = Enum.Parse<NoticePolicy>(value);
    }

    public IReadOnlyDictionary<string, int> Sends =>
        standIn.Calls.Concat(cards.Calls).Where(c => IsSend(c.Path) && c.OrderNo is not null).GroupBy(c => c.OrderNo!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    public IReadOnlyList<StagedNotice> Notices(int most) =>
        [.. standIn.Notices.Deliveries.Reverse().Take(most).Select(d => new StagedNotice(d.At, d.OrderNo, d.Fate.ToString(), d.AnswerStatus))];

    public IReadOnlyList<StagedCall> Calls(int most) =>
        [.. standIn.Calls.Concat(cards.Calls).OrderByDescending(c => c.At).ThenByDescending(c => c.Sequence).Take(most).Select(c => new StagedCall(c.Sequence, c.At, c.Path, c.OrderNo, IsSend(c.Path)))];

    public void Reset()
    {
        standIn.Reset();
        cards.Reset();
    }

    public bool Plan(StagedFault fault)
    {
        if (fault.Times < 1 || Sandbox.FaultNames.Find(fault.Name, fault.Number, fault.Field) is not { } found)
        {
            return false;
        }

        if (OfCards.Contains(fault.Path, StringComparer.Ordinal))
        {
            // AsiaBill knows payments and no orders: it is spoilt for the next call of any.
            cards.Faults.Next(fault.Path, found, null, fault.Times);
        }
        else
        {
            standIn.Faults.Next(fault.Path, found, fault.OrderNo, fault.Times);
        }

        return true;
    }

    public void ClearFaults()
    {
        standIn.Faults.Clear();
        cards.Faults.Clear();
    }

    public bool Decide(string orderNo, int status, string? reason) => standIn.SetOutcome(orderNo, status, reason);

    public string? VoidInPortal(string orderNo) => standIn.VoidInPortal(orderNo);

    public Task<int?> ForgeNoticeAsync(string orderNo, int status, CancellationToken cancellationToken) =>
        standIn.Notices.SendForgedAsync(orderNo, standIn.Voids(orderNo).Select(v => v.VoidCode).FirstOrDefault() ?? "FORGED-1", status, cancellationToken);

    private static bool IsSend(string path) => Sending.Contains(path, StringComparer.Ordinal);

    /// <summary>The listed name of a fault that waits; one that lists no name is called by its type.</summary>
    private static string NameOf(Fault fault) =>
        Sandbox.FaultNames.All.FirstOrDefault(name => Sandbox.FaultNames.Find(name) is { } listed && listed.GetType() == fault.GetType() && IsAfter(listed) == IsAfter(fault))
        ?? fault.GetType().Name;

    private static bool IsAfter(Fault fault) => fault switch
    {
        Fault.Delay delay => delay.AfterProcessing,
        Fault.Html html => html.AfterProcessing,
        Fault.Code code => code.AfterProcessing,
        _ => false,
    };
}
