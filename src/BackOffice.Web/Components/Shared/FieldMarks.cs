using BackOffice.Core.Values;

namespace BackOffice.Web.Components.Shared;

/// <summary>Marks the field that a refusal is about, where a form has more than one.</summary>
public static class FieldMarks
{
    /// <summary>The value of <c>aria-invalid</c>; null, which leaves the attribute out, where the refusal is about something else.</summary>
    public static string? MarkFor(this Refusal? refusal, Refusal ofTheField) => Mark(refusal?.Is(ofTheField) == true);

    /// <summary>The same for what the form itself finds wrong.</summary>
    public static string? Mark(bool isWrong) => isWrong ? "true" : null;
}
