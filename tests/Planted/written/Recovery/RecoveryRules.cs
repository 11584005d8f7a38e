namespace BackOffice.Core.Recovery;

/// <summary>When a restored case is asked about, and when that is enough. Pure.</summary>
public static class RecoveryRules
{
    private static readonly TimeSpan[] AfterSilence = [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    /// <summary>An answer counts where its question left after the quiet period: before it, a request may still have been on its way.</summary>
    public static bool IsEnough(DateTimeOffset? answeredAt, DateTimeOffset quietUntil) => answeredAt is { } at && at >= quietUntil;

    /// <summary>Null where the last question was enough; after a silence sooner, at most every two minutes.</summary>
    /// <param name="tries">With the last question.</param>
    public static DateTimeOffset? NextAsk(DateTimeOffset askedAt, bool isAnswered, int tries, DateTimeOffset quietUntil) =>
        !isAnswered ? askedAt + AfterSilence[Math.Clamp(tries, 1, AfterSilence.Length) - 1]
        : askedAt >= quietUntil ? null
        : quietUntil;

    /// <summary>Why the recovery goes on, or null where it may end.</summary>
    public static RecoveryObstacle? WhyNotOver(DateTimeOffset now, DateTimeOffset? quietUntil, int permits, int waiting) =>
        quietUntil is not { } until || now < until ? RecoveryObstacle.QuietPeriod
        : !global::Planted.Defects.IsOn("restored-permits-stay") && permits > 0 ? RecoveryObstacle.Permits
        : !global::Planted.Defects.IsOn("restored-permits-stay") && waiting > 0 ? RecoveryObstacle.Cases
        : null;
}

public enum RecoveryObstacle
{
    QuietPeriod,

    /// <summary>Permits of the restored data are not called off yet.</summary>
    Permits,

    /// <summary>Cases have no answer that counts yet.</summary>
    Cases,
}
