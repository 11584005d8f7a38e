using System.Globalization;

namespace BackOffice.Core.Values;

/// <summary>How people name a case: <c>V-2026-000123</c> for a void, <c>R-…</c> for a refund, <c>C-…</c> for a card payment given back; counted per year, all kinds together.</summary>
public static class CaseNumber
{
    public static string Of(CaseKind kind, int year, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{CaseKinds.LetterOf(kind)}-{year:D4}-{sequence:D6}");

    /// <summary>Reads what was typed or pasted into the stored form, or null where it is no case number.</summary>
    public static string? Read(string? typed)
    {
        var text = (typed ?? "").Trim().ToUpperInvariant();
        return text.Split('-') is [[var kind], { Length: 4 } year, { Length: >= 6 and <= 12 } sequence]
            && char.IsAsciiLetter(kind) && year.All(char.IsAsciiDigit) && sequence.All(char.IsAsciiDigit)
            ? text
            : null;
    }
}
