namespace BackOffice.Web.Features.Settings;

/// <summary>A value on a form whose stored value colleagues change too. Pure.</summary>
/// <param name="Typed">What stands on the form.</param>
/// <param name="Stored">What was stored when it was last looked at.</param>
/// <param name="IsOvertaken">A colleague stored something else under what is typed.</param>
public sealed record Followed<T>(T Typed, T Stored, bool IsOvertaken = false)
{
    public bool IsTouched => !AreSame(Typed, Stored);

    public Followed<T> Set(T typed) => AreSame(typed, Stored) ? Undo() : this with { Typed = typed };

    public Followed<T> Undo() => new(Stored, Stored);

    /// <summary>What nobody touched here becomes what is stored now; what was typed stays.</summary>
    public Followed<T> Follow(T now) => !IsTouched || AreSame(Typed, now)
        ? new Followed<T>(now, now)
        : this with { Stored = now, IsOvertaken = IsOvertaken || !AreSame(Stored, now) };

    private static bool AreSame(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
}
