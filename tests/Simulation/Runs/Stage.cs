using Simulation.Judging;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>A place to begin: the database, the partner's books and what the judge had seen, as the production's own use cases left them in calm times.</summary>
/// <param name="BackedUpAt">Set where the database is an older one than the books: a backup of that moment, about to be put back.</param>
internal sealed record Stage(byte[] Image, Books Books, Account Account, DateTimeOffset Now, DateTimeOffset? BackedUpAt);

/// <summary>What a schedule is mostly about.</summary>
internal enum Line
{
    Void,
    Refund,

    /// <summary>The customer's own money: a card refund beside a void that the partner has.</summary>
    Card,
}

/// <summary>How far a case has come when the chaos begins.</summary>
internal enum Start
{
    Nothing,
    Quoted,
    Asked,
    Queued,
    UnknownTaken,
    UnknownLost,
    Following,

    /// <summary>An earlier case of the same order was rejected by the airline; the second one is about to be sent.</summary>
    Second,

    /// <summary>Sent and taken; and then a backup from before is put back, in which the case is just open, quoted, or waits for approval.</summary>
    RestoredOpen,
    RestoredQuoted,
    RestoredAsked,

    /// <summary>The partner has given the money back, and the case knows it.</summary>
    Done,

    /// <summary>A card refund was lost, a supervisor decided that it was not there, and its case is about to try again.</summary>
    NotThere,

    /// <summary>A card refund was lost, and its case was closed by hand.</summary>
    GivenUp,

    /// <summary>As <see cref="NotThere"/>, but AsiaBill has it: a notice that names it was read, and no question about it answered yet.</summary>
    Named,
}
