using System.Diagnostics.CodeAnalysis;

namespace BackOffice.Core.Values;

/// <summary>What an operation gives back: its value, or one named refusal. Exceptions are for bugs.</summary>
public readonly record struct Outcome<T>
    where T : notnull
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public bool IsDone([NotNullWhen(true)] out T? done, [NotNullWhen(false)] out Refusal? refusal)
    {
        done = value;
        refusal = Refusal;
        return refusal is null;
    }

    /// <summary>The value; for callers that have ruled a refusal out. Throws on a refusal.</summary>
    public T Require() => Refusal is null ? value! : throw new InvalidOperationException("Refused: " + Refusal.Name);
}

/// <summary>The value of an operation that has nothing to say but that it is done.</summary>
public readonly record struct Done;
