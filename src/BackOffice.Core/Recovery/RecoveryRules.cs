using BackOffice.Core.Ledger;

namespace BackOffice.Core.Recovery;

/// <summary>When a restored case is asked about, and when that is enough. Pure.</summary>
public static class RecoveryRules
{
    private static readonly TimeSpan[] AfterSilence = [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    /// <summary>An answer counts where its question left after the quiet period: before it, a request may still have been on its way.</summary>
    public static bool IsEnough(DateTimeOffset? answeredAt, DateTimeOffset quietUntil) => answeredAt is { } at && at >= quietUntil;

    /// <summary>
    /// True where it was begun by a clock that is ahead of this one, or that was ahead and came back: to wait for its end would hold every send for as
    /// long as that. It is begun again by the time that is now.
    /// </summary>
    public static bool IsBegunInTheFuture(DateTimeOffset startedAt, DateTimeOffset now) => startedAt > now + LeaseRules.ClockTolerance;

    /// <summary>
    /// Before the quiet period's end questions find what shows early. Later their answers count, and so they are only asked by a process that has
    /// watched the whole period itself: by a clock that is hours ahead of the one that began the recovery it would be over at once.
    /// </summary>
    public static bool MayAsk(DateTimeOffset now, DateTimeOffset quietUntil, bool isWatched) => isWatched || now < quietUntil;

    /// <summary>
    /// A quotation that speaks of a submission which the list does not show is no end: the next list shows it. Not for ever, because an Atlas whose
    /// lists never show it would hold every send; the case says then that there is one.
    /// </summary>
    /// <param name="tries">With the last question.</param>
    public static bool IsToBeInsistedOn(int tries) => tries < 6;

    /// <summary>Null where the last question was enough; after a silence sooner, at most every two minutes.</summary>
    /// <param name="tries">With the last question.</param>
    public static DateTimeOffset? NextAsk(DateTimeOffset askedAt, bool isAnswered, int tries, DateTimeOffset quietUntil) =>
        !isAnswered ? askedAt + AfterSilence[Math.Clamp(tries, 1, AfterSilence.Length) - 1]
        : askedAt >= quietUntil ? null
        : quietUntil;

    /// <summary>Why the recovery goes on, or null where it may end.</summary>
    /// <param name="isWatched">This process itself has watched the whole quiet period.</param>
    public static RecoveryObstacle? WhyNotOver(DateTimeOffset now, DateTimeOffset? quietUntil, bool isWatched, int permits, int waiting) =>
        quietUntil is not { } until || now < until || !isWatched ? RecoveryObstacle.QuietPeriod
        : permits > 0 ? RecoveryObstacle.Permits
        : waiting > 0 ? RecoveryObstacle.Cases
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
