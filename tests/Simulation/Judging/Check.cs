namespace Simulation.Judging;

/// <summary>What must never be, each with a count of its own.</summary>
internal enum Check
{
    /// <summary>Two requests left the house for one permit.</summary>
    DoubleSend,

    /// <summary>A second void was taken for an order, and no person had decided that the first never arrived.</summary>
    DoubleVoid,

    /// <summary>A request left that no permit in the database stood for, byte by byte, at that moment; or one was claimed on a database that may not send yet.</summary>
    NoIntent,

    /// <summary>Sent without the approvals that the rules ask for, or on other figures than were seen.</summary>
    Unapproved,

    /// <summary>Claimed when the deadline less the margin was over, by the desk's own clock.</summary>
    PastMargin,

    /// <summary>Done by, or on the word of, somebody without the right at that moment.</summary>
    Stripped,

    /// <summary>An accepted void that no case follows, that nobody owns, and that nobody decided about.</summary>
    Unowned,

    /// <summary>The code of an accepted void is nowhere in the database.</summary>
    LostCode,

    /// <summary>A case ended otherwise than at the partner, or shows an amount that is not the partner's.</summary>
    WrongEnd,

    /// <summary>Something waits that nothing and nobody will move.</summary>
    Stuck,

    /// <summary>A change without its line on the timeline, or the trail does not verify.</summary>
    Trail,

    /// <summary>Two open cases or two live permits for one order.</summary>
    TwoLive,

    /// <summary>The program failed with something else than what it was dealt, or caught such a thing and went on.</summary>
    Crash,
}

/// <param name="Seed">Of the schedule.</param>
internal sealed record Finding(Check Check, string Story, ulong Seed);
