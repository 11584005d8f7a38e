using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BackOffice.Core.Export;

/// <summary>
/// Keeps a cell from being run as a formula when the file is opened in a spreadsheet: an apostrophe goes in front of whatever a spreadsheet
/// could take for the start of one. A plain number is left alone, or nobody could add the column up. Pure.
/// </summary>
internal static partial class FormulaGuard
{
    /// <summary>Unicode calls it no character, and the normalization throws over it.</summary>
    private const int NoCharacter = 0xFFFE;

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return Starts(text) && !PlainNumber().IsMatch(text) ? "'" + text : text;
    }

    /// <summary>
    /// The same for what names something. A spreadsheet takes one that looks like a number for one: it keeps fifteen digits of it, no zero in front, and
    /// reads a locator such as <c>12E345</c> as a power of ten.
    /// </summary>
    public static string OfIdentifier(string? text) => text is not null && SpoiledAsNumber().IsMatch(text) ? "'" + text : Of(text);

    private static bool Starts(string text)
    {
        if (text[0] is '\t' or '\r' or '\n' or '\0')
        {
            return true;
        }

        // Invisible characters in front do not count: some programs drop them before they look.
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            {
                continue;
            }

            // A spreadsheet may fold full-width and small forms to the plain sign, so they are folded here as well.
            return rune != Rune.ReplacementChar && rune.Value != NoCharacter && rune.ToString().Normalize(NormalizationForm.FormKC)[0] is '=' or '+' or '-' or '@';
        }

        return false;
    }

    [GeneratedRegex(@"\A[+-]?[0-9]{1,18}(\.[0-9]{1,6})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"\A(0[0-9]+|[0-9]{16,}|[0-9]+[Ee][0-9]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SpoiledAsNumber();
}
