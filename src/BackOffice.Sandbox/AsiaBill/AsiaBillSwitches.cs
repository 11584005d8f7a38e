namespace BackOffice.Sandbox.AsiaBill;

/// <summary>The options that may be changed while it runs; null leaves one as it is. The account is not among them.</summary>
internal sealed record AsiaBillSwitches
{
    public bool? ShortSuccessCode { get; init; }

    public bool? NumbersAsNumbers { get; init; }

    public bool? TradeNoAsNumber { get; init; }

    public bool? NoticesNameTrack { get; init; }

    public NoticeTime? NoticeTime { get; init; }

    public NoticeDateShape? NoticeDateShape { get; init; }

    public bool? RepliesAreSigned { get; init; }

    public bool? LostCallsTakeTheirId { get; init; }

    public static AsiaBillSwitches Of(AsiaBillOptions options) => new()
    {
        ShortSuccessCode = options.ShortSuccessCode,
        NumbersAsNumbers = options.NumbersAsNumbers,
        TradeNoAsNumber = options.TradeNoAsNumber,
        NoticesNameTrack = options.NoticesNameTrack,
        NoticeTime = options.NoticeTime,
        NoticeDateShape = options.NoticeDateShape,
        RepliesAreSigned = options.RepliesAreSigned,
        LostCallsTakeTheirId = options.LostCallsTakeTheirId,
    };

    public AsiaBillOptions ApplyTo(AsiaBillOptions options) => options with
    {
        ShortSuccessCode = ShortSuccessCode ?? options.ShortSuccessCode,
        NumbersAsNumbers = NumbersAsNumbers ?? options.NumbersAsNumbers,
        TradeNoAsNumber = TradeNoAsNumber ?? options.TradeNoAsNumber,
        NoticesNameTrack = NoticesNameTrack ?? options.NoticesNameTrack,
        NoticeTime = NoticeTime ?? options.NoticeTime,
        NoticeDateShape = NoticeDateShape ?? options.NoticeDateShape,
        RepliesAreSigned = RepliesAreSigned ?? options.RepliesAreSigned,
        LostCallsTakeTheirId = LostCallsTakeTheirId ?? options.LostCallsTakeTheirId,
    };
}
