namespace BackOffice.Sandbox;

/// <summary>Which time a notice says that it was sent at, in its <c>request-time</c>.</summary>
public enum NoticeTime
{
    /// <summary>That of this sending; a repeat has a time of its own.</summary>
    WhenSent,

    /// <summary>That of the event; a repeat keeps it and grows old.</summary>
    WhenHappened,

    /// <summary>Eleven minutes ago: one more than a receiver accepts.</summary>
    ElevenMinutesAgo,
}

/// <summary>How <c>noticeDate</c> is written; always China time, without a zone.</summary>
public enum NoticeDateShape
{
    /// <summary><c>2026-09-01 11:00:00</c></summary>
    Spaced,

    /// <summary><c>2026-09-01T11:00:00</c></summary>
    WithT,
}

/// <summary>The account that is accepted, how fast refunds move, and the switches for what AsiaBill's documents leave open.</summary>
public sealed record AsiaBillOptions
{
    /// <summary>8 digits.</summary>
    public string GatewayNo { get; init; } = "12345001";

    public string SignKey { get; init; } = "rehearsal-sign-key";

    /// <summary>On says success with <c>0000</c>, off with <c>00000</c>. A payment may have its own way.</summary>
    public bool ShortSuccessCode { get; init; }

    /// <summary>On writes <c>batchNo</c> and, in notices, the amounts as JSON numbers. A payment may have its own way.</summary>
    public bool NumbersAsNumbers { get; init; }

    /// <summary>On writes the 22 digits of <c>tradeNo</c> in notices as a JSON number.</summary>
    public bool TradeNoAsNumber { get; init; }

    /// <summary>Off leaves <c>merTrackNo</c> out of notices.</summary>
    public bool NoticesNameTrack { get; init; } = true;

    public NoticeTime NoticeTime { get; init; }

    public NoticeDateShape NoticeDateShape { get; init; }

    /// <summary>Off answers with the headers but a signature that is not ours.</summary>
    public bool RepliesAreSigned { get; init; } = true;

    /// <summary>
    /// On registers the <c>request-id</c> also of a call that a fault lets go nowhere (connection cut or gateway page before processing),
    /// so that a second call with it is told L0004 although there is no refund.
    /// </summary>
    public bool LostCallsTakeTheirId { get; init; }

    /// <summary>How long a refund is pending, on the movable clock.</summary>
    public TimeSpan DoneAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Since the request, when a refund of a payment that <see cref="RefundCourse.FailsAfterSuccess"/> is taken back.</summary>
    public TimeSpan TakenBackAfter { get; init; } = TimeSpan.FromMinutes(20);

    /// <inheritdoc cref="StandInOptions.NoticesStayOnLoopback"/>
    public bool NoticesStayOnLoopback { get; init; } = true;
}
