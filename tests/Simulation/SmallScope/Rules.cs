using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace Simulation.SmallScope;

/// <summary>
/// Every decision of the exploration, asked of the product's own pure code, each question once. A wrong rule may be put in the place of a
/// right one, to see that the exploration notices.
/// </summary>
internal sealed class Rules
{
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Deadline = Start.AddHours(1);
    private static readonly DeskSettings Desk = new();
    private static readonly CaseSubject Order = new(
        CaseKind.Void,
        new OrderSnapshot { OrderNo = "TESTA20260801000000001", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = Start },
        Wish: null);
    private static readonly Guid[] People = [new("00000000-0000-0000-0000-00000000000a"), new("00000000-0000-0000-0000-00000000000b")];

    /// <summary>The first figures are within the agent's own limit, the second need another person.</summary>
    private static readonly Money[] Amounts = [new(10_000, "USD"), new(90_000, "USD")];
    private static readonly ApprovalRule Rule = new() { Currency = "USD", FreeUpToMinor = 20_000 };

    private readonly CaseDecision[,,] decisions = new CaseDecision[CaseStates.All.Count, 2, Happenings.All.Count];
    private readonly bool[,] moves = new bool[8, 8];
    private readonly AttemptState[,] nexts = new AttemptState[8, 8];
    private readonly bool[] dead = new bool[8];
    private readonly Dictionary<int, int> matches = [];
    private readonly Dictionary<int, bool> authority = [];

    public Rules(WrongRule wrong = WrongRule.None)
    {
        Wrong = wrong;
        foreach (var state in CaseStates.All)
        {
            foreach (var flag in new[] { false, true })
            {
                foreach (var (index, input) in Happenings.All.Index())
                {
                    decisions[(int)state, flag ? 1 : 0, index] = CaseMachine.Decide(new CaseFacts(state, PaymentMethod.Deposit, flag), input);
                }
            }
        }

        foreach (var (step, answer) in PermitSteps.All)
        {
            (moves[(int)step.State, (int)step.Wanted], nexts[(int)step.State, (int)step.Wanted]) = answer;
        }

        foreach (var state in Enum.GetValues<AttemptState>())
        {
            dead[(int)state] = !AttemptStates.IsLive(state) && Enum.GetValues<AttemptState>().All(wanted => !moves[(int)state, (int)wanted]);
        }
    }

    public WrongRule Wrong { get; }

    /// <summary>The transitions of the case that were taken, as (from, input, next).</summary>
    public HashSet<(CaseState From, int Input, CaseState Next)> Taken { get; } = [];

    public CaseDecision Decide(CaseState state, bool flag, int happening)
    {
        var decision = decisions[(int)state, flag ? 1 : 0, happening];
        if (decision.Refusal is null)
        {
            Taken.Add((state, happening, decision.Next));
        }

        return decision;
    }

    /// <summary>Moves a permit as its own code would, or leaves it.</summary>
    public bool Move(ref Permit permit, AttemptState wanted)
    {
        if (!moves[(int)permit.State, (int)wanted])
        {
            return false;
        }

        permit.State = nexts[(int)permit.State, (int)wanted];
        return true;
    }

    /// <summary>Nothing moves it any more.</summary>
    public bool IsDead(AttemptState state) => dead[(int)state];

    public bool TooLate(bool late) => SendGate.WhyTooLate(Now(late), Deadline, Desk.SafetyMargin) is not null;

    public bool LeaseOver(Permit permit) =>
        LeaseRules.IsUnknownNow(permit.State, Start.AddSeconds(-2), permit.LeaseOver ? Start.AddSeconds(-1) : Start.AddSeconds(90), Start);

    public bool MayDecide(bool late, byte quote, byte seen) =>
        SendGate.WhyNot(new SendFacts(Now(late), Deadline, quote == 0 ? null : Fingerprint(quote - 1), Fingerprint(seen), quote == 0 ? null : Now(late), Desk)) is null;

    public bool SameFigures(int one, int other) => Fingerprint(one) == Fingerprint(other);

    public bool May(World world, byte person, Permission permission) => Rights(person, world.Stripped[person]).May(permission);

    /// <summary>How many others must agree to these figures.</summary>
    public int Needed(World world, byte requester, int figures) =>
        ApprovalRules.Needed(Amounts[figures], RefundMethod.Cash, Rule, Rights(requester, world.Stripped[requester]));

    public bool MayVote(World world, byte voter, byte requester, int figures) =>
        ApprovalRules.WhyNot(Rights(voter, world.Stripped[voter]), new ApprovalFacts(People[requester], Amounts[figures], [])) is not { } refusal
        || (Wrong == WrongRule.OwnRequestMayBeApproved && refusal.Is(CasesRefusals.OwnRequest));

    /// <summary>The claim's own question about the people on whose word the permit rests.</summary>
    public bool AuthorityGone(World world, Permit permit, int figures)
    {
        var key = permit.Requester | (permit.Approver << 1) | (world.Stripped[0] ? 8 : 0) | (world.Stripped[1] ? 16 : 0) | (figures << 5);
        if (!authority.TryGetValue(key, out var gone))
        {
            var approved = permit.Approver != Permit.Nobody;
            StaffRights[] yes = approved ? [Rights(permit.Approver, world.Stripped[permit.Approver])] : [];
            var requester = Rights(permit.Requester, world.Stripped[permit.Requester]);
            var needed = Needed(world, permit.Requester, figures);
            gone = SendGate.WhyAuthorityGone(requester, yes, Amounts[figures], approved ? Math.Max(1, needed) : needed, approved) is not null;
            authority.Add(key, gone);
        }

        return gone;
    }

    public bool TooEarlyForNotSent(World world) =>
        UnknownRules.WhyNotSentIsTooEarly(CaseKind.Void, Start, world.Quiet ? Start - Desk.QuietPeriod : Start.AddSeconds(-1), world.Clear, Desk.QuietPeriod) is not null;

    /// <param name="kind">0 a quote, 1 a no that speaks of nothing running, 2 a no because a void exists.</param>
    public static bool IsClear(int kind) => Evidence.IsClear(kind switch
    {
        0 => new PartnerAnswer<PartnerQuote>.Answered(Quotes[0], "{}"),
        1 => new PartnerAnswer<PartnerQuote>.Refused(OrdersRefusals.WindowClosed, 805, "{}"),
        _ => new PartnerAnswer<PartnerQuote>.Refused(OrdersRefusals.AlreadyVoided, 803, "{}"),
    });

    /// <summary>The number of the void that the unknown send can have made, or 0.</summary>
    /// <param name="unknown">The permit whose outcome is unknown; <see cref="PartnerVoid.Gone"/> for none.</param>
    /// <param name="tellsOffers">The partner's answer names the offers that were sent.</param>
    public int Match(World world, byte unknown, bool tellsOffers)
    {
        var key = unknown | (tellsOffers ? 4 : 0);
        for (var i = 0; i < 2; i++)
        {
            var held = world.Voids[i];
            key = (key << 7) | (held.Visible ? (int)held.Stand | (held.Origin << 3) | (world.Earlier[i] ? 32 : 0) : 0);
        }

        if (!matches.TryGetValue(key, out var found))
        {
            List<PartnerProgress> voids = [];
            for (var number = 2; number >= 1; number--)
            {
                var held = world.Voids[number - 1];
                if (held is { Visible: true, Stand: not VoidStand.None })
                {
                    voids.Add(new PartnerProgress { PartnerRef = Code(number), Status = Happenings.StatusOf(held.Stand), OfferId = tellsOffers ? "offer-" + held.Origin : null });
                }
            }

            string[] others = [.. new[] { 1, 2 }.Where(n => world.Earlier[n - 1]).Select(Code)];
            var match = Evidence.Match(Order, voids, unknown == PartnerVoid.Gone ? null : "offer-" + unknown, Wrong == WrongRule.VoidsOfOtherCasesAreTaken ? [] : others, isQuietOver: true);
            found = match is null ? 0 : match.PartnerRef == Code(1) ? 1 : 2;
            matches.Add(key, found);
        }

        return found;
    }

    private static readonly PartnerQuote[] Quotes = [.. Amounts.Select(a => new PartnerQuote
    {
        OrderNo = "TESTA20260801000000001", IsPossible = true, OfferId = "o-1", Method = RefundMethod.Cash, FareBack = a, QuotedAt = Start,
    })];

    private static readonly string[] Fingerprints = [.. Quotes.Select(QuoteFingerprint.Of)];

    private static readonly StaffRights[,] Known = new StaffRights[,]
    {
        { RightsOf(World.Agent, Roles.PermissionsOf(Role.Agent)), RightsOf(World.Agent, Roles.PermissionsOf([])) },
        { RightsOf(World.Supervisor, Roles.PermissionsOf(Role.Supervisor)), RightsOf(World.Supervisor, Roles.PermissionsOf([])) },
    };

    private static DateTimeOffset Now(bool late) => late ? Deadline.AddMinutes(-1) : Start;

    private static string Fingerprint(int figures) => Fingerprints[figures];

    private static string Code(int number) => "202609-000" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static StaffRights Rights(byte person, bool stripped) => Known[person, stripped ? 1 : 0];

    private static StaffRights RightsOf(byte person, IReadOnlySet<Permission> permissions) =>
        new(People[person], "P", IsActive: true, permissions, person == World.Agent ? new Money(20_000, "USD") : null, null);
}
