using System.Text;
using System.Text.Json.Nodes;
using BackOffice.Sandbox.Atlas;

namespace BackOffice.Sandbox;

public enum NoticePolicy
{
    /// <summary>Each notice once, in the order in which things happened.</summary>
    Normal,

    /// <summary>Each notice twice.</summary>
    Duplicate,

    /// <summary>Of two notices about an order the later one first; the first waits until the second is there.</summary>
    Reordered,

    /// <summary>None arrives.</summary>
    Lost,
}

public enum NoticeFate
{
    Delivered,

    /// <summary>The receiver could not be reached in time. Atlas does not try again.</summary>
    Failed,

    /// <summary>The receiver answered, but not that it has the notice: it is sent again. Atlas knows no such answer.</summary>
    NotTaken,

    /// <summary>Kept back by the policy.</summary>
    Lost,

    /// <summary>No webhook address was registered, or not one that may be called.</summary>
    NoAddress,
}

/// <summary>A notice that left, or did not. <see cref="AnswerStatus"/> is the receiver's HTTP status.</summary>
public sealed record NoticeDelivery(DateTimeOffset At, string OrderNo, string Body, NoticeFate Fate, int? AnswerStatus);

/// <summary>The partner's notices to the registered webhook address: JSON by POST, unsigned, never tried again.</summary>
public sealed class Notices : IDisposable
{
    private const string JavaUserAgent = "Hutool";

    private readonly Lock gate = new();
    private readonly SemaphoreSlim oneRound = new(1, 1);
    private readonly AtlasStandIn standIn;
    private readonly Courier courier = new();
    private readonly List<Waiting> waiting = [];
    private readonly List<NoticeDelivery> deliveries = [];

    internal Notices(AtlasStandIn standIn) => this.standIn = standIn;

    public NoticePolicy Policy { get; set; }

    /// <summary>How long a notice waits before it leaves, on the movable clock.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Where notices go, as registered over the API; null before.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Everything sent or kept back since the last reset, oldest first.</summary>
    public IReadOnlyList<NoticeDelivery> Deliveries
    {
        get
        {
            lock (gate)
                return [.. deliveries];
        }
    }

    /// <summary>Registers the address as <c>updateWebhookURL.do</c> does.</summary>
    public void Register(Uri address) => Address = address;

    /// <summary>Sends a notice of a void at once that nothing stands behind. Returns the receiver's HTTP status, null without one.</summary>
    public async Task<int?> SendForgedAsync(string orderNo, string voidCode, int status, CancellationToken cancellationToken = default)
    {
        var body = NoticeBodies.Void(standIn.Options.ClientCode, orderNo, voidCode, status, CasePlan.MessageOf(CaseKind.Void, status));
        return (await SendAsync(orderNo, body, cancellationToken)).AnswerStatus;
    }

    /// <inheritdoc cref="SendForgedAsync"/>
    public async Task<int?> SendForgedRefundAsync(string orderNo, string refundCode, int status, CancellationToken cancellationToken = default)
    {
        var body = NoticeBodies.Refund(standIn.Options.ClientCode, orderNo, refundCode, status, CasePlan.MessageOf(CaseKind.Refund, status));
        return (await SendAsync(orderNo, body, cancellationToken)).AnswerStatus;
    }

    public void Dispose()
    {
        courier.Dispose();
        oneRound.Dispose();
    }

    /// <summary>Tells that a case has come to a state; of refunds only what the switch lets out.</summary>
    internal void Tell(Case about, CaseStep step)
    {
        var body = about switch
        {
            RefundCase refund when standIn.Options.RefundNotices is RefundNotices.WhenCredited =>
                step.Status is 2 && !refund.Amounts.Order.Refund.IsVoucher ? NoticeBodies.RefundCredited(standIn.Options.ClientCode, refund.Amounts) : null,
            RefundCase => NoticeBodies.Refund(standIn.Options.ClientCode, about.OrderNo, about.Code, step.Status, step.Message),
            _ => NoticeBodies.Void(standIn.Options.ClientCode, about.OrderNo, about.Code, step.Status, step.Message),
        };
        if (body is not null)
            Add(about.OrderNo, body, () => about.HasMoreToCome);
    }

    internal void Ticketed(Order order) =>
        Add(order.OrderNo, NoticeBodies.Ticketed(standIn.Options.ClientCode, order), static () => false);

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
            foreach (var notice in TakeDue())
                await DeliverAsync(notice, cancellationToken);
        }
        finally
        {
            oneRound.Release();
        }
    }

    private void Add(string orderNo, JsonObject body, Func<bool> hasMoreToCome)
    {
        lock (gate)
            waiting.Add(new Waiting(standIn.Now, orderNo, body, hasMoreToCome));
    }

    private List<Waiting> TakeDue()
    {
        lock (gate)
        {
            var dueBy = standIn.Now - Delay;
            var due = waiting.Where(w => w.Since <= dueBy).ToList();
            var taken = Policy is NoticePolicy.Reordered ? due.GroupBy(w => w.OrderNo, StringComparer.Ordinal).SelectMany(w => LaterFirst(w, n => n.HasMoreToCome())).ToList() : due;
            waiting.RemoveAll(taken.Contains);
            return taken;
        }
    }

    /// <summary>Of two notices about the same thing the later one first; a single one is kept back while more is to come.</summary>
    internal static IEnumerable<T> LaterFirst<T>(IEnumerable<T> aboutOneThing, Func<T, bool> hasMoreToCome)
    {
        foreach (var pair in aboutOneThing.Chunk(2))
        {
            if (pair is [var earlier, var later])
            {
                yield return later;
                yield return earlier;
            }
            else if (!hasMoreToCome(pair[0]))
            {
                yield return pair[0];
            }
        }
    }

    private async Task DeliverAsync(Waiting notice, CancellationToken cancellationToken)
    {
        if (Policy is NoticePolicy.Lost)
        {
            Book(notice.OrderNo, notice.Body, NoticeFate.Lost, null);
            return;
        }

        await SendAsync(notice.OrderNo, notice.Body, cancellationToken);
        if (Policy is NoticePolicy.Duplicate)
            await SendAsync(notice.OrderNo, notice.Body, cancellationToken);
    }

    private async Task<NoticeDelivery> SendAsync(string orderNo, JsonObject body, CancellationToken cancellationToken)
    {
        if (Address is not { } address || !Courier.May(address, standIn.Options.NoticesStayOnLoopback))
            return Book(orderNo, body, NoticeFate.NoAddress, null);

        using var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(WireJson.Write(body))),
        };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=UTF-8");
        message.Headers.UserAgent.ParseAdd(JavaUserAgent);
        return await courier.CarryAsync(message, cancellationToken) is { } answer
            ? Book(orderNo, body, NoticeFate.Delivered, answer.StatusCode)
            : Book(orderNo, body, NoticeFate.Failed, null);
    }

    private NoticeDelivery Book(string orderNo, JsonObject body, NoticeFate fate, int? answerStatus)
    {
        var delivery = new NoticeDelivery(standIn.Now, orderNo, WireJson.Write(body), fate, answerStatus);
        lock (gate)
            deliveries.Add(delivery);
        return delivery;
    }

    private sealed record Waiting(DateTimeOffset Since, string OrderNo, JsonObject Body, Func<bool> HasMoreToCome);
}
