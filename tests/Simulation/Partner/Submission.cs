namespace Simulation.Partner;

/// <summary>What a submission meets in calm times.</summary>
internal enum Submission
{
    Answered,
    TakenAndLost,
    NeverArrives,
}
