namespace Simulation.Judging;

/// <summary>What the judge has seen of one schedule.</summary>
internal sealed class Account
{
    /// <summary>Permits whose claim was looked at.</summary>
    public HashSet<string> Claimed { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Permits for which a request has left.</summary>
    public HashSet<string> Sent { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Orders for which a person decided that a send never arrived.</summary>
    public HashSet<string> DecidedNotSent { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Orders of which a person closed a case by hand.</summary>
    public HashSet<string> ClosedByHand { get; init; } = new(StringComparer.Ordinal);

    public Account Copy() => new()
    {
        Claimed = new HashSet<string>(Claimed, StringComparer.Ordinal), Sent = new HashSet<string>(Sent, StringComparer.Ordinal),
        DecidedNotSent = new HashSet<string>(DecidedNotSent, StringComparer.Ordinal), ClosedByHand = new HashSet<string>(ClosedByHand, StringComparer.Ordinal),
    };
}
