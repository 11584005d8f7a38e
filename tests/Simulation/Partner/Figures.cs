namespace Simulation.Partner;

/// <summary>One set of figures that the partner quotes. Whatever differs here is something that people decide on.</summary>
/// <param name="Minor">Minor units of USD.</param>
internal sealed record Figures(int Version, long Minor, bool IsVoucher);
