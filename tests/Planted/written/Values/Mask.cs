namespace BackOffice.Core.Values;

/// <summary>What a person without the right to see personal data gets to see. Pure.</summary>
public static class Mask
{
    /// <summary><c>ZHAO Y…</c>: enough to know whom the customer means.</summary>
    public static string Name(string last, string first) =>
        first.Length == 0 ? last : last + " " + FirstOf(first) + "…";

    /// <summary>The same for <c>LAST/FIRST</c> in one text.</summary>
    public static string Name(string lastSlashFirst) =>
        lastSlashFirst.Split('/', 2) is [var last, var first] ? Name(last, first) : lastSlashFirst.Length <= 1 ? lastSlashFirst : FirstOf(lastSlashFirst) + "…";

    public static string Email(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 ? "…" : FirstOf(email) + "…" + email[at..];
    }

    public static string Phone(string phone) => phone.Length <= 2 ? "…" : "…" + phone[^2..];

    /// <summary>A whole letter: many Chinese ones take two characters.</summary>
    private static string FirstOf(string text) => text.EnumerateRunes().First().ToString();
}
