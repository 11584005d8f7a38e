using BackOffice.Core.Payments;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace BackOffice.Core.AsiaBill;

/// <summary>The look-up over HTTP: repeated where that makes sense, each time as a request of its own.</summary>
internal sealed class AsiaBillClient : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly ResiliencePropertyKey<string> Asked = new("asiabill.asked");

    private readonly Lazy<AsiaBillConnection> connection;
    private readonly IOptions<AsiaBillOptions> options;
    private readonly ILogger logger;
    private readonly ResiliencePipeline<AsiaBillTry> pipeline;

    /// <param name="spread">From 0 to 1: how the waits between two tries are spread. By chance unless something else is given.</param>
    public AsiaBillClient(
        IOptions<AsiaBillOptions> options, AsiaBillTransport transport, TimeProvider clock, ILogger<AsiaBillClient> logger, Func<double>? spread = null)
    {
        this.options = options;
        this.logger = logger;
        connection = new Lazy<AsiaBillConnection>(() => AsiaBillConnection.ForQuestions(options, clock, transport), LazyThreadSafetyMode.PublicationOnly);
        pipeline = Retries(clock, spread ?? Random.Shared.NextDouble);
    }

    /// <param name="batchNo">As <see cref="CardRefundRules.ReadBatchNo"/> reads it.</param>
    public async Task<AsiaBillTry> LookUpAsync(string batchNo, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Asked, batchNo);
        try
        {
            return await pipeline.ExecuteAsync(c => TryAsync(batchNo, c.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose()
    {
        if (connection.IsValueCreated)
        {
            connection.Value.Dispose();
        }
    }

    private async ValueTask<AsiaBillTry> TryAsync(string batchNo, CancellationToken cancellationToken)
    {
        var call = new AsiaBillCall
        {
            // No id may come twice within half an hour, not even a question's.
            RequestId = Guid.NewGuid().ToString("N").ToUpperInvariant(),
            Method = HttpMethod.Get,
            Path = "refund/" + Uri.EscapeDataString(batchNo),
            PathValues = AsiaBillSigner.Glued([new("batchNo", batchNo)]),
        };
        var heard = AsiaBillTry.Of(await connection.Value.SendAsync(call, options.Value.ReadTimeout, cancellationToken));
        var milliseconds = (long)heard.Wire.Took.TotalMilliseconds;
        if (heard.Silence is { } reason)
        {
            AsiaBillLog.Silent(logger, batchNo, reason, milliseconds);
        }
        else
        {
            AsiaBillLog.Answered(logger, batchNo, heard.Wire.HttpStatus, heard.Envelope?.Code, milliseconds);
            if (heard.Wire.Signature is (SignatureFit.Missing or SignatureFit.Wrong) and var fit)
            {
                AsiaBillLog.ReplySignature(logger, batchNo, fit);
            }
        }

        return heard;
    }

    private ResiliencePipeline<AsiaBillTry> Retries(TimeProvider clock, Func<double> spread) =>
        new ResiliencePipelineBuilder<AsiaBillTry> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<AsiaBillTry>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is null && args.AttemptNumber < args.Outcome.Result.FurtherTries),
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = TimeSpan.FromSeconds(5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = spread,
                DelayGenerator = args => ValueTask.FromResult(Bounded(args.Outcome.Result.Wire.RetryAfter)),
                OnRetry = args =>
                {
                    args.Context.Properties.TryGetValue(Asked, out var asked);
                    AsiaBillLog.AskedAgain(logger, asked ?? "-", args.AttemptNumber + 2, (long)args.RetryDelay.TotalMilliseconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private static TimeSpan? Bounded(TimeSpan? asked) => asked is not { } wait ? null
        : wait < TimeSpan.Zero ? TimeSpan.Zero
        : wait > LongestWait ? LongestWait
        : wait;
}
