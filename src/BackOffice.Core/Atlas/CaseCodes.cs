using System.Globalization;

namespace BackOffice.Core.Atlas;

/// <summary>The partner's case codes: <c>yyyyMM-NNNN</c>, one sequence for voids and refunds; the number may outgrow its four digits.</summary>
internal static class CaseCodes
{
    /// <summary>Those of the listed cases that are the order's, newest first; null where the answer cannot be about this order or leaves a code out.</summary>
    /// <param name="asked">The code that was asked for too: an entry without an order number is ours only if it carries this one.</param>
    public static IEnumerable<T>? Ours<T>(IReadOnlyList<T> all, string orderNo, string? asked, Func<T, string?> orderOf, Func<T, string?> codeOf)
    {
        var ours = all.Where(c => orderOf(c) is { } no
            ? string.Equals(no, orderNo, StringComparison.OrdinalIgnoreCase)
            : asked is not null && string.Equals(codeOf(c), asked, StringComparison.Ordinal)).ToList();

        // A key that Atlas ignores gives everybody's cases: silence is then safer than "there is none".
        if ((ours.Count == 0 && all.Count > 0) || ours.Any(c => codeOf(c) is null))
        {
            return null;
        }

        return ours.OrderByDescending(c => Month(codeOf(c)!), StringComparer.Ordinal).ThenByDescending(c => Number(codeOf(c)!));
    }

    private static string Month(string code) => code.Split('-', 2)[0];

    private static long Number(string code) =>
        code.Split('-', 2) is [_, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
