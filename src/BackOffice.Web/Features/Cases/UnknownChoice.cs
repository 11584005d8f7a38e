using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>From when on, and after how many clear answers, a person may decide that nothing was sent.</summary>
public sealed record StillAsking(DateTimeOffset From, int ClearAnswers, int Needed)
{
    /// <summary>Null where not time and answers alone are in the way.</summary>
    public static StillAsking? Read(Refusal? whyNot) =>
        whyNot is { Arguments: [DateTimeOffset from, int clear, int needed] } && whyNot.Is(CasesRefusals.StillAsking) ? new StillAsking(from, clear, needed) : null;
}

/// <param name="WhyNot">Why it may not be chosen now; null where it may.</param>
public sealed record UnknownChoice(UnknownDecision Decision, Refusal? WhyNot)
{
    /// <summary>Where time and answers alone are in the way; null for any other reason.</summary>
    public StillAsking? NotYet => StillAsking.Read(WhyNot);
}

public sealed record UnknownDecided(string Number, UnknownDecision Decision);
