using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>What must hold in every state and at every step, said without the product's rules.</summary>
internal static class Promises
{
    public const string OneRequest = "at most one request per permit leaves the house";
    public const string InTime = "nothing is claimed past the margin";
    public const string ByEntitled = "nothing is claimed for somebody who was stripped of the right";
    public const string WithApproval = "nothing is claimed without the approval of another person where one is needed";
    public const string SameFigures = "nothing is claimed on other figures than were decided on";
    public const string NotSentLate = "nobody decides 'not sent' before the quiet period and three clear answers";
    public const string AnswersAreOfNow = "only answers to questions put after the send count as clear";
    public const string StaysClosed = "a closed case stays closed";
    public const string CodeKept = "a code in hand is followed by every case from which nothing new is on its way";
    public const string OneLive = "never two live permits for the order";
    public const string OneStory = "the permit and its case tell the same story";
    public const string RequestOfWaiting = "a request waits exactly while its case awaits approval";
    public const string NotOwn = "nobody approves the own request";
    public const string TwoVoids = "two accepted voids only after a person decided";
    public const string Followed = "an accepted void is followed, looked for, or was decided on by a person";
    public const string OneFollower = "no two cases follow the same void";
    public const string ProgramSettles = "the program alone always brings the order to an end or before a person";
    public const string CanEnd = "from every state the order can be brought to an end";

    /// <summary>How many there are.</summary>
    public static int Count { get; } = typeof(Promises).GetFields().Count(f => f.IsLiteral);

    /// <summary>Those that are looked at in every state.</summary>
    public static string? WhyBroken(World world)
    {
        if (world.Live() > 1)
        {
            return OneLive;
        }

        for (var i = 0; i < 2; i++)
        {
            if (world.Permits[i] is { Exists: true } permit)
            {
                if (permit.Approver == permit.Requester)
                {
                    return NotOwn;
                }

                if (AttemptStates.IsLive(permit.State) && (permit.OfEarlierCase || permit.State != PermitOf(world.State)))
                {
                    return OneStory;
                }
            }
        }

        if (world.Live() == 0 && PermitOf(world.State) is not null && !(world.State == CaseState.Following))
        {
            return OneStory;
        }

        return (world.Request != 0) != (world.State == CaseState.AwaitingApproval) ? RequestOfWaiting : WhyBrokenAboutVoids(world);
    }

    private static string? WhyBrokenAboutVoids(World world)
    {
        if (world.Code != 0 && world.Earlier[world.Code - 1])
        {
            return OneFollower;
        }

        var standing = 0;
        for (var number = 1; number <= 2; number++)
        {
            var held = world.Voids[number - 1];
            if (held.Stand is VoidStand.None or VoidStand.Rejected)
            {
                continue;
            }

            standing++;
            if (!world.PersonDecided && !world.IsFollowed(number) && !IsLookedFor(world, held))
            {
                return Followed;
            }
        }

        return standing == 2 && !world.PersonDecided ? TwoVoids : null;
    }

    private static bool IsLookedFor(World world, PartnerVoid held) =>
        held.Origin != PartnerVoid.Gone && !world.IsFinal && world.Permits[held.Origin].State is AttemptState.Sending or AttemptState.Unknown;

    /// <summary>The state of the live permit that a case in this state has; null for none.</summary>
    private static AttemptState? PermitOf(CaseState state) => state switch
    {
        CaseState.Queued => AttemptState.Planned,
        CaseState.Sending => AttemptState.Sending,
        CaseState.OutcomeUnknown => AttemptState.Unknown,
        CaseState.Following => AttemptState.Accepted,
        _ => null,
    };

    /// <summary>At the claim: the time, the people and the figures, by their own words.</summary>
    public static string? WhyClaimBroken(World world, Permit permit, int figures)
    {
        var needsAnother = figures == 1 || permit.Requester == World.Supervisor;
        return world.Late ? InTime
            : world.Stripped[permit.Requester] ? ByEntitled
            : permit.Figures != figures ? SameFigures
            : needsAnother && (permit.Approver == Permit.Nobody || permit.Approver == permit.Requester) ? WithApproval
            : permit.Approver != Permit.Nobody && world.Stripped[permit.Approver] ? ByEntitled
            : null;
    }

    /// <summary>The program has done what it can: the order has ended, or a person sees it on a list, or it waits for a person's word.</summary>
    public static bool IsSettledOrBeforeAPerson(World world) => world.State switch
    {
        CaseState.Queued or CaseState.Sending => false,
        CaseState.Following => world.Flag,
        CaseState.AwaitingApproval => !world.Late,
        _ => true,
    };

    /// <summary>Nothing is left to do or to come.</summary>
    public static bool HasEnded(World world)
    {
        if (!world.IsFinal || world.Live() > 0 || world.Request != 0 || world.Strays > 0 || world.Workers[0].At != Step.Idle || world.Workers[1].At != Step.Idle)
        {
            return false;
        }

        for (var number = 1; number <= 2; number++)
        {
            if (world.Voids[number - 1].Stand is not (VoidStand.None or VoidStand.Rejected) && !world.IsFollowed(number) && !world.PersonDecided)
            {
                return false;
            }
        }

        return true;
    }
}
