using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BackOffice.Core.Atlas.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace BackOffice.Core.Atlas;

/// <summary>The read-only calls over HTTP: throttled, repeated by the partner's retry classes, and named where nothing usable came.</summary>
internal sealed class AtlasClient : IAtlasApi, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly ResiliencePropertyKey<(string Path, string OrderNo)> Asked = new("atlas.asked");

    private readonly Lazy<AtlasConnection> connection;
    private readonly CallThrottle throttle;
    private readonly IOptions<AtlasOptions> options;
    private readonly ILogger logger;
    private readonly ResiliencePipeline<AtlasTry> pipeline;

    /// <param name="spread">From 0 to 1: how the waits between two tries are spread. By chance unless something else is given.</param>
    public AtlasClient(
        IOptions<AtlasOptions> options, CallThrottle throttle, AtlasTransport transport, TimeProvider clock, ILogger<AtlasClient> logger, Func<double>? spread = null)
    {
        this.options = options;
        this.throttle = throttle;
        this.logger = logger;
        connection = new Lazy<AtlasConnection>(() => AtlasConnection.ForQuestions(options, clock, transport), LazyThreadSafetyMode.PublicationOnly);
        pipeline = Retries(clock, spread ?? Random.Shared.NextDouble);
    }

    public Task<AtlasReply<OrderDetails>> QueryOrderDetailsAsync(OrderDetailsRequest request, CancellationToken cancellationToken) =>
        AskAsync("queryOrderDetails.do", request.OrderNo, request, AtlasJson.Default.OrderDetailsRequest, AtlasJson.Default.OrderDetails, cancellationToken);

    public Task<AtlasReply<OrderList>> OrderListAsync(OrderListRequest request, CancellationToken cancellationToken) =>
        AskAsync("orderList.do", null, request, AtlasJson.Default.OrderListRequest, AtlasJson.Default.OrderList, cancellationToken);

    public Task<AtlasReply<VoidQuotation>> VoidQuotationAsync(VoidQuotationRequest request, CancellationToken cancellationToken) =>
        AskAsync("voidQuotation.do", request.OrderNo, request, AtlasJson.Default.VoidQuotationRequest, AtlasJson.Default.VoidQuotation, cancellationToken);

    public Task<AtlasReply<VoidOrders>> QueryVoidOrdersAsync(VoidOrdersRequest request, CancellationToken cancellationToken) =>
        AskAsync("queryVoidOrders.do", request.OrderNo, request, AtlasJson.Default.VoidOrdersRequest, AtlasJson.Default.VoidOrders, cancellationToken);

    public Task<AtlasReply<RefundQuotation>> RefundQuotationAsync(RefundQuotationRequest request, CancellationToken cancellationToken) =>
        AskAsync("refundQuotation.do", request.OrderNo, request, AtlasJson.Default.RefundQuotationRequest, AtlasJson.Default.RefundQuotation, cancellationToken);

    public Task<AtlasReply<RefundOrders>> QueryRefundOrdersAsync(RefundOrdersRequest request, CancellationToken cancellationToken) =>
        AskAsync("queryRefundOrders.do", request.OrderNo, request, AtlasJson.Default.RefundOrdersRequest, AtlasJson.Default.RefundOrders, cancellationToken);

    public Task<AtlasReply<Acknowledgement>> UpdateWebhookUrlAsync(WebhookUrlRequest request, CancellationToken cancellationToken) =>
        AskAsync("updateWebhookURL.do", null, request, AtlasJson.Default.WebhookUrlRequest, AtlasJson.Default.Acknowledgement, cancellationToken);

    public void Dispose()
    {
        if (connection.IsValueCreated)
        {
            connection.Value.Dispose();
        }
    }

    private async Task<AtlasReply<TAnswer>> AskAsync<TRequest, TAnswer>(
        string path, string? orderNo, TRequest request, JsonTypeInfo<TRequest> written, JsonTypeInfo<TAnswer> read, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, written);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Asked, (path, orderNo ?? "-"));
        try
        {
            var last = await pipeline.ExecuteAsync(c => TryAsync(path, orderNo ?? "-", body, c.CancellationToken), context);
            return Answer(last, read);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<AtlasTry> TryAsync(string path, string orderNo, byte[] body, CancellationToken cancellationToken)
    {
        var open = connection.Value;
        var timeout = options.Value.ReadTimeout;
        await throttle.QuestionAsync(cancellationToken);
        var wire = await open.PostAsync(path, body, timeout, cancellationToken);
        var heard = AtlasTry.Of(wire);
        var milliseconds = (long)wire.Took.TotalMilliseconds;
        if (heard.Silence is { } reason)
        {
            AtlasLog.Silent(logger, path, orderNo, reason, milliseconds);
        }
        else
        {
            AtlasLog.Answered(logger, path, orderNo, wire.HttpStatus, heard.Status, milliseconds);
        }

        return heard;
    }

    private static AtlasReply<TAnswer> Answer<TAnswer>(AtlasTry heard, JsonTypeInfo<TAnswer> read)
        where TAnswer : class
    {
        if (heard.Silence is { } reason)
        {
            return new AtlasReply<TAnswer>.Silent(reason);
        }

        if (heard.Status != 0)
        {
            return new AtlasReply<TAnswer>.No(heard.Status, RawMask.Of(heard.Wire.Body));
        }

        return AtlasBody.Read(heard.Wire.Body, read) is { } body
            ? new AtlasReply<TAnswer>.Yes(body, RawMask.Of(heard.Wire.Body))
            : new AtlasReply<TAnswer>.Silent("unreadable");
    }

    private ResiliencePipeline<AtlasTry> Retries(TimeProvider clock, Func<double> spread) =>
        new ResiliencePipelineBuilder<AtlasTry> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<AtlasTry>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is null && args.AttemptNumber < args.Outcome.Result.FurtherTries),
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = TimeSpan.FromSeconds(5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = spread,
                DelayGenerator = args => ValueTask.FromResult(Bounded(args.Outcome.Result.RetryAfter)),
                OnRetry = args =>
                {
                    args.Context.Properties.TryGetValue(Asked, out var asked);
                    AtlasLog.AskedAgain(logger, asked.Path, asked.OrderNo, args.AttemptNumber + 2, (long)args.RetryDelay.TotalMilliseconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private static TimeSpan? Bounded(TimeSpan? asked) => asked is not { } wait ? null
        : wait < TimeSpan.Zero ? TimeSpan.Zero
        : wait > LongestWait ? LongestWait
        : wait;
}
