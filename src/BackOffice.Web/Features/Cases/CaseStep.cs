namespace BackOffice.Web.Features.Cases;

/// <summary>The four steps of working a case. The address carries them by <see cref="CaseSteps.TextOf"/>.</summary>
public enum CaseStep
{
    Quote,
    Compare,
    Check,
    Follow,
}

public static class CaseSteps
{
    public static IReadOnlyList<CaseStep> All { get; } = Enum.GetValues<CaseStep>();

    public static string TextOf(CaseStep step) => step switch
    {
        CaseStep.Quote => "quote",
        CaseStep.Compare => "compare",
        CaseStep.Check => "check",
        CaseStep.Follow => "follow",
    };

    /// <summary>The step of an address, or null where it names none.</summary>
    public static CaseStep? Read(string? text) => All.Cast<CaseStep?>().FirstOrDefault(s => TextOf(s!.Value) == text);
}
