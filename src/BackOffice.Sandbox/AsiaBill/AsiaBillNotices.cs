using System.Globalization;
using System.Text;
using BackOffice.Sandbox.AsiaBill;

namespace BackOffice.Sandbox;

/// <summary>
/// AsiaBill's notices <c>refund.success</c> and <c>refund.fail</c>: JSON by POST, signed, sent again until the receiver says
/// <c>success</c> or fifteen sendings are used up. <see cref="NoticeDelivery.OrderNo"/> is the <c>tradeNo</c>.
/// </summary>
public sealed class AsiaBillNotices : IDisposable
{
    private const string Version = "V2022-03";
    private const string ForgersKey = "a-key-that-is-not-the-account's";

    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(2), TimeSpan.FromHours(2), TimeSpan.FromHours(2), TimeSpan.FromHours(2), TimeSpan.FromHours(2), TimeSpan.FromHours(2),
    ];

    private readonly Lock gate = new();
    private readonly SemaphoreSlim oneRound = new(1, 1);
    private readonly AsiaBillStandIn standIn;
    private readonly Courier courier = new();
    private readonly List<Waiting> waiting = [];
    private readonly List<NoticeDelivery> deliveries = [];

    internal AsiaBillNotices(AsiaBillStandIn standIn) => this.standIn = standIn;

    /// <summary>How long after a sending that was not taken the next one follows, on the movable clock: fourteen, for fifteen sendings.</summary>
    public static IReadOnlyList<TimeSpan> RepeatedAfter => Gaps;

    /// <summary>For the first sending of a notice; <see cref="NoticePolicy.Lost"/> loses its repeats too.</summary>
    public NoticePolicy Policy { get; set; }

    /// <summary>How long a notice waits before it first leaves, on the movable clock.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Where notices go, as was said when the customer paid; null, as it is at first, lets none leave.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Every sending, and everything kept back, since the last reset, oldest first.</summary>
    public IReadOnlyList<NoticeDelivery> Deliveries
    {
        get
        {
            lock (gate)
                return [.. deliveries];
        }
    }

    public void Register(Uri? address) => Address = address;

    /// <summary>
    /// Sends at once a notice that nothing stands behind, signed with another key. The rest of it is right where that refund is known.
    /// Returns the receiver's HTTP status, null without one.
    /// </summary>
    public async Task<int?> SendForgedAsync(string tradeNo, string batchNo, CardRefundStatus status, CancellationToken cancellationToken = default)
    {
        var now = standIn.Now;
        var about = standIn.CaseOf(batchNo) ?? new RefundCase(
            batchNo,
            new CardPayment(tradeNo, "USD", 100m, now),
            new RefundRequest(tradeNo, RefundRequest.Whole, 100m, "Forged", "Forged", "FORGED-1"),
            now,
            []);
        return (await SendAsync(NoticeOf(about, status, now), ForgersKey, cancellationToken)).AnswerStatus;
    }

    public void Dispose()
    {
        courier.Dispose();
        oneRound.Dispose();
    }

    internal void Tell(RefundCase about, CardRefundStatus status, DateTimeOffset at)
    {
        if (status is CardRefundStatus.Pending)
            return;

        var notice = NoticeOf(about, status, at);
        lock (gate)
            waiting.Add(notice);
    }

    internal void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
            deliveries.Clear();
        }
    }

    internal async Task DeliverAsync(CancellationToken cancellationToken)
    {
        await oneRound.WaitAsync(cancellationToken);
        try
        {
            foreach (var notice in FindDue())
                await DeliverAsync(notice, cancellationToken);
        }
        finally
        {
            oneRound.Release();
        }
    }

    private Waiting NoticeOf(RefundCase about, CardRefundStatus status, DateTimeOffset at) => new(
        Guid.NewGuid().ToString().ToUpperInvariant(),
        about.Payment.TradeNo,
        WireJson.Write(CardJson.Notice(about, status, at, standIn.Options)),
        at,
        standIn.Now);

    /// <summary>The stand-in is asked without the lock: it tells of new notices while it holds its own.</summary>
    private List<Waiting> FindDue()
    {
        List<Waiting> all;
        lock (gate)
            all = [.. waiting];

        var now = standIn.Now;
        var due = all.Where(w => w.DueAt(Delay) <= now).ToList();
        if (Policy is not NoticePolicy.Reordered)
            return due;

        var reordered = due.Where(w => w.Sendings is 0)
            .GroupBy(w => w.TradeNo, StringComparer.Ordinal)
            .SelectMany(g => Notices.LaterFirst(g, w => standIn.HasMoreToCome(w.TradeNo)));
        return [.. due.Where(w => w.Sendings > 0), .. reordered];
    }

    private async Task DeliverAsync(Waiting notice, CancellationToken cancellationToken)
    {
        var isDoubled = Policy is NoticePolicy.Duplicate && notice.Sendings is 0;
        var sent = Policy is NoticePolicy.Lost
            ? Book(notice, NoticeFate.Lost, null)
            : await SendAsync(notice, standIn.Options.SignKey, cancellationToken);
        if (isDoubled)
            await SendAsync(notice, standIn.Options.SignKey, cancellationToken);

        notice.Sent(standIn.Now);
        if (sent.Fate is NoticeFate.Failed or NoticeFate.NotTaken && notice.Sendings <= Gaps.Length)
            return;

        lock (gate)
            waiting.Remove(notice);
    }

    private async Task<NoticeDelivery> SendAsync(Waiting notice, string signKey, CancellationToken cancellationToken)
    {
        var options = standIn.Options;
        if (Address is not { } address || !Courier.May(address, options.NoticesStayOnLoopback))
            return Book(notice, NoticeFate.NoAddress, null);

        var bytes = Encoding.UTF8.GetBytes(notice.Body);
        var time = TimeFor(notice, options.NoticeTime).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=UTF-8");
        message.Headers.Add("gateway-no", options.GatewayNo);
        message.Headers.Add("request-id", notice.RequestId);
        message.Headers.Add("request-time", time);
        message.Headers.Add("version", Version);
        message.Headers.Add("sign-info", AsiaBillSignature.Of(signKey, [options.GatewayNo, notice.RequestId, time, Version], bytes));
        return await courier.CarryAsync(message, cancellationToken) switch
        {
            null => Book(notice, NoticeFate.Failed, null),
            { StatusCode: StatusCodes.Status200OK } answer when answer.Text.Trim().Equals("success", StringComparison.OrdinalIgnoreCase) =>
                Book(notice, NoticeFate.Delivered, answer.StatusCode),
            var answer => Book(notice, NoticeFate.NotTaken, answer.StatusCode),
        };
    }

    private DateTimeOffset TimeFor(Waiting notice, NoticeTime time) => time switch
    {
        NoticeTime.WhenSent => standIn.Now,
        NoticeTime.WhenHappened => notice.HappenedAt,
        NoticeTime.ElevenMinutesAgo => standIn.Now.AddMinutes(-11),
    };

    private NoticeDelivery Book(Waiting notice, NoticeFate fate, int? answerStatus)
    {
        var delivery = new NoticeDelivery(standIn.Now, notice.TradeNo, notice.Body, fate, answerStatus);
        lock (gate)
            deliveries.Add(delivery);
        return delivery;
    }

    /// <summary>Its number and its text are the same at every sending. Only the round that delivers changes it.</summary>
    private sealed class Waiting(string requestId, string tradeNo, string body, DateTimeOffset happenedAt, DateTimeOffset toldAt)
    {
        private DateTimeOffset lastSentAt;

        public string RequestId => requestId;

        public string TradeNo => tradeNo;

        public string Body => body;

        public DateTimeOffset HappenedAt => happenedAt;

        public int Sendings { get; private set; }

        public DateTimeOffset DueAt(TimeSpan delay) => Sendings is 0 ? toldAt + delay : lastSentAt + Gaps[Sendings - 1];

        public void Sent(DateTimeOffset at)
        {
            Sendings++;
            lastSentAt = at;
        }
    }
}
