namespace Simulation.Partner;

/// <summary>What a submission meets in calm times.</summary>
internal enum Fate
{
    Answered,
    TakenAndLost,
    NeverArrives,
}
