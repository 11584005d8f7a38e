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

    /// <summary>Orders of which a person ended an unknown outcome: closed the case, or named a code.</summary>
    public HashSet<string> EndedByHand { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Orders whose case was opened after the backup that was put back: what was done for them is not in the database any more.</summary>
    public HashSet<string> Forgotten { get; init; } = new(StringComparer.Ordinal);

    public Account Copy() => new()
    {
        Claimed = new HashSet<string>(Claimed, StringComparer.Ordinal), Sent = new HashSet<string>(Sent, StringComparer.Ordinal),
        DecidedNotSent = new HashSet<string>(DecidedNotSent, StringComparer.Ordinal), EndedByHand = new HashSet<string>(EndedByHand, StringComparer.Ordinal),
        Forgotten = new HashSet<string>(Forgotten, StringComparer.Ordinal),
    };
}
