namespace BackOffice.Core.Settings;

/// <summary>What the office may change about its own rules while the program runs. One row.</summary>
public sealed class DeskSettings
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public int Version { get; set; }

    /// <summary>Nothing is sent later than this long before the deadline. Default 2 minutes.</summary>
    public TimeSpan SafetyMargin { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How old a quote may be when approval is asked or a send is permitted. Default 10 minutes; before the call there is always a fresh one.</summary>
    public TimeSpan QuoteGoodFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>When a customer's card payment may be given back.</summary>
    public CustomerPaid CustomerPaid { get; set; }

    /// <summary>How long an unknown outcome must have been asked about before a person may decide that nothing was sent. Default 10 minutes.</summary>
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMinutes(10);
}
