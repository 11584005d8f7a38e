using Simulation.Judging;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>A place to begin: the database, the partner's books and what the judge had seen, as the production's own use cases left them in calm times.</summary>
internal sealed record Stage(byte[] Image, Books Books, Account Account, DateTimeOffset Now);

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
}
