using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>What somebody typed into the one search box, understood. Pure.</summary>
public abstract record OrderQuery
{
    public const int Longest = 200;

    private OrderQuery()
    {
    }

    public sealed record ByNumber(OrderNumber OrderNo) : OrderQuery;

    public sealed record ByCase(string Number) : OrderQuery;

    public sealed record ByPnr(string Pnr, string Carrier) : OrderQuery;

    public sealed record ByEmail(string Email) : OrderQuery;

    /// <param name="Spellings"><c>LAST/FIRST</c> as the partner keeps names; both orders where it cannot be told which is the last name.</param>
    public sealed record ByName(IReadOnlyList<string> Spellings) : OrderQuery;

    /// <summary>Reads a pasted or typed text: spaces around and inside numbers, lower case, a locator before or after its carrier.</summary>
    public static Outcome<OrderQuery> Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > Longest)
        {
            return text.Length == 0 ? OrdersRefusals.EmptySearch : OrdersRefusals.SearchTooLong.With(Longest, text.Length);
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return IsEmail(text) ? new ByEmail(text) : OrdersRefusals.NotUnderstood;
        }

        var squeezed = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (CaseNumber.Read(squeezed) is { } number && squeezed.Count(char.IsAsciiDigit) >= 8)
        {
            return new ByCase(number);
        }

        if (squeezed.Count(char.IsAsciiDigit) >= 12 && OrderNumber.TryParse(squeezed, out var orderNo))
        {
            return new ByNumber(orderNo);
        }

        var words = text.ToUpperInvariant().Split([' ', '\t', '/', ',', '|', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return PnrOf(words, text) ?? NameOf(words, text);
    }

    private static Outcome<OrderQuery>? PnrOf(string[] words, string text) => words switch
    {
        [var one] when IsPnr(one) && one.Any(char.IsAsciiDigit) => OrdersRefusals.PnrNeedsCarrier.With(one),
        [var pnr, var carrier] when IsCarrier(carrier) && IsPnr(pnr) && (pnr.Any(char.IsAsciiDigit) || carrier.Any(char.IsAsciiDigit) || text.Contains('+', StringComparison.Ordinal)) => new ByPnr(pnr, carrier),
        [var carrier, var pnr] when IsCarrier(carrier) && IsPnr(pnr) && (pnr.Any(char.IsAsciiDigit) || carrier.Any(char.IsAsciiDigit) || text.Contains('+', StringComparison.Ordinal)) => new ByPnr(pnr, carrier),
        _ => null,
    };

    private static Outcome<OrderQuery> NameOf(string[] words, string text)
    {
        var good = words.Length is > 0 and <= 8 && text.All(c => char.IsLetter(c) || char.IsWhiteSpace(c) || c is '/' or ',' or '-' or '\'' or '.' or '·' or '’');
        if (!good)
        {
            return OrdersRefusals.NotUnderstood;
        }

        if (words.Length == 1)
        {
            return new ByName(words);
        }

        var lastFirst = words[0] + "/" + string.Join(' ', words[1..]);
        return text.Contains('/', StringComparison.Ordinal) || text.Contains(',', StringComparison.Ordinal)
            ? new ByName([lastFirst])
            : new ByName([lastFirst, words[^1] + "/" + string.Join(' ', words[..^1])]);
    }

    private static bool IsPnr(string word) => word.Length is >= 4 and <= 7 && word.All(char.IsAsciiLetterOrDigit);

    private static bool IsCarrier(string word) => word.Length == 2 && word.All(char.IsAsciiLetterOrDigit) && word.Any(char.IsAsciiLetter);

    private static bool IsEmail(string text) =>
        text.Count(c => c == '@') == 1 && text[0] != '@' && text[^1] != '@' && !text.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"');
}
