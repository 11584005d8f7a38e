namespace Simulation.Partner;

/// <summary>One set of figures that the partner quotes. Whatever differs here is something that people decide on.</summary>
/// <param name="Minor">Minor units of USD.</param>
/// <param name="IsGuess">Of a refund: the airline decides, whatever amount stands beside it.</param>
internal sealed record Figures(int Version, long Minor, bool IsVoucher, bool IsGuess = false);

/// <summary>What an offer was made for.</summary>
/// <param name="Passengers">Whose tickets, by their last names; of a void all of them.</param>
internal sealed record Quoted(Figures Figures, bool IsVoid, IReadOnlyList<string> Passengers);
