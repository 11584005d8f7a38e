using BackOffice.Core.Cases;
using BackOffice.Core.Orders;

namespace Simulation.SmallScope;

/// <summary>The inputs of the case machine that the small scope uses, by number, for an order paid from the deposit.</summary>
internal static class Happenings
{
    private static readonly List<CaseInput> Known = [];

    public static readonly int QuotedSame = Add(new CaseInput.QuoteGiven(FiguresChanged: false));
    public static readonly int QuotedChanged = Add(new CaseInput.QuoteGiven(FiguresChanged: true));
    public static readonly int QuoteRefused = Add(new CaseInput.QuoteRefused());
    public static readonly int ApprovalAsked = Add(new CaseInput.ApprovalAsked());
    public static readonly int Approved = Add(new CaseInput.Approved(Complete: true));
    public static readonly int Declined = Add(new CaseInput.Declined());
    public static readonly int RequestWithdrawn = Add(new CaseInput.RequestWithdrawn());
    public static readonly int RequestExpired = Add(new CaseInput.RequestExpired());
    public static readonly int SendPermitted = Add(new CaseInput.SendPermitted());
    public static readonly int Claimed = Add(new CaseInput.Claimed());
    public static readonly int StoppedVoidable = Add(new CaseInput.Stopped(StillPossible: true));
    public static readonly int Stopped = Add(new CaseInput.Stopped(StillPossible: false));
    public static readonly int SendRefused = Add(new CaseInput.SendRefused());
    public static readonly int SendUnknown = Add(new CaseInput.SendUnknown());
    public static readonly int NothingFound = Add(new CaseInput.NothingFound());
    public static readonly int DecidedNotSent = Add(new CaseInput.DecidedNotSent());
    public static readonly int ClosedByPerson = Add(new CaseInput.ClosedByPerson());
    public static readonly int Withdrawn = Add(new CaseInput.Withdrawn());
    private static readonly int FirstAccepted = AddEach(p => new CaseInput.SendAccepted(p));
    private static readonly int FirstFound = AddEach(p => new CaseInput.PartnerFound(p));
    private static readonly int FirstSeen = AddEach(p => new CaseInput.StatusSeen(p));
    private static readonly int FirstDecidedSent = AddEach(p => new CaseInput.DecidedSent(p));

    public static IReadOnlyList<CaseInput> All => Known;

    public static int Accepted(VoidStand stand) => FirstAccepted + (int)stand;

    public static int Found(VoidStand stand) => FirstFound + (int)stand;

    public static int Seen(VoidStand stand) => FirstSeen + (int)stand;

    public static int DecidedSent(VoidStand stand) => FirstDecidedSent + (int)stand;

    /// <summary>The partner's raw number.</summary>
    public static int? StatusOf(VoidStand stand) => stand switch
    {
        VoidStand.None => null,
        VoidStand.Open => 1,
        VoidStand.Refunded => 2,
        VoidStand.Rejected => 4,
        VoidStand.Impossible => 5,
    };

    private static int Add(CaseInput input)
    {
        Known.Add(input);
        return Known.Count - 1;
    }

    private static int AddEach(Func<PartnerProgress, CaseInput> input)
    {
        var first = Known.Count;
        foreach (var stand in Enum.GetValues<VoidStand>())
        {
            Add(input(new PartnerProgress { PartnerRef = "202609-0001", Status = StatusOf(stand) }));
        }

        return first;
    }
}
