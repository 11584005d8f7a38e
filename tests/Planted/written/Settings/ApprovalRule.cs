using BackOffice.Core.Values;

namespace BackOffice.Core.Settings;

/// <summary>From which sum on other people must agree, per currency. A currency without a rule always needs one approval.</summary>
public sealed class ApprovalRule
{
    public required string Currency { get; init; }
    public int Version { get; set; }

    /// <summary>Up to here no approval is needed, where the sender's own limit reaches as far. Zero: always one.</summary>
    public required long FreeUpToMinor { get; set; }

    /// <summary>From here two people must approve; none: one is always enough.</summary>
    public long? SecondFromMinor { get; set; }

    public Money FreeUpTo => new(FreeUpToMinor, Currency);

    public Money? SecondFrom => SecondFromMinor is { } from ? new Money(from, Currency) : null;
}
