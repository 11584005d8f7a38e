namespace BackOffice.Core.Values;

/// <summary>What a person without the right to see personal data gets to see. Pure.</summary>
public static class Mask
{
    /// <summary><c>ZHAO Y…</c>: enough to know whom the customer means.</summary>
    public static string Name(string last, string first) =>
        first.Length == 0 ? last : last + " " + first[..1] + "…";

    /// <summary>The same for <c>LAST/FIRST</c> in one text.</summary>
    public static string Name(string lastSlashFirst) =>
        lastSlashFirst.Split('/', 2) is [var last, var first] ? Name(last, first) : lastSlashFirst.Length <= 1 ? lastSlashFirst : lastSlashFirst[..1] + "…";

    public static string Email(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 ? "…" : email[..1] + "…" + email[at..];
    }

    public static string Phone(string phone) => phone.Length <= 2 ? "…" : "…" + phone[^2..];
}
