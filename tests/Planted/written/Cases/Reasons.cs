using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>The short sentence that goes with a decision: needed, and at most 500 characters.</summary>
public static class Reasons
{
    public const int Longest = 500;

    public static Outcome<string> Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        return text.Length switch
        {
            0 => CasesRefusals.ReasonMissing,
            > Longest => CasesRefusals.ReasonTooLong.With(Longest, text.Length),
            _ => text,
        };
    }
}
