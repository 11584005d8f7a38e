namespace BackOffice.Core.Access;

/// <summary>Who acts. Always an argument of a use case, never ambient.</summary>
public sealed record Actor(Guid Id, string Name)
{
    /// <summary>The program's own worker: it polls, sends what people permitted, and never grants itself anything.</summary>
    public static Actor Worker { get; } = new(Guid.Empty, "Atlas Back Office");

    public bool IsPerson => Id != Guid.Empty;
}
