namespace BackOffice.Core.Payments;

/// <summary>Whether a notice really comes from the card partner, and what it points at.</summary>
public interface ICardNoticeCheck
{
    /// <param name="body">The bytes as they came.</param>
    CardNoticeVerdict Check(CardNoticeHead head, ReadOnlyMemory<byte> body);

    /// <summary>What a notice points at that was checked when it came and stored since; null where it cannot be read.</summary>
    CardNotice? Read(ReadOnlyMemory<byte> body);
}

/// <summary>The headers that are signed with the body; null where one did not come.</summary>
/// <param name="RequestTime">Milliseconds since 1970, as text.</param>
public sealed record CardNoticeHead(string? RequestId, string? RequestTime, string? Version, string? SignInfo);

/// <summary>What a notice points at. Its states and amounts are not read: a notice is a reason to ask, never evidence.</summary>
/// <param name="Type">Such as <c>refund.success</c> or <c>chargeback.success</c>.</param>
/// <param name="BatchNo">AsiaBill's number of the refund.</param>
/// <param name="TrackNo">Our own number of the refund; not every notice carries it.</param>
public sealed record CardNotice(string Type, string? BatchNo, string? TrackNo, TradeNo? TradeNo);

/// <summary>Exactly one of the two is set.</summary>
/// <param name="WhyNot">A stable word: <c>not-set-up</c>, <c>incomplete</c>, <c>signature</c>, <c>time</c>, <c>unreadable</c>.</param>
public sealed record CardNoticeVerdict(CardNotice? Notice, string? WhyNot);
