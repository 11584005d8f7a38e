using System.Collections.Concurrent;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Unit.AsiaBill;

/// <summary>The ports as the house registers them, pointed at a test's own partner.</summary>
internal sealed class AsiaBillClients : IDisposable
{
    public const string Gateway = "12345001";
    public const string Key = "not-a-real-key";

    public static readonly TradeNo TradeNo = TradeNo.Of("2022051812003332818907");

    public static readonly CardRefundCall Refund = new(
        TradeNo,
        "0F8FAD5BD9CB469FA16570867728950E",
        """{"merTrackNo":"C-2026-000001-1","refundAmount":"0.01","refundReason":"客户退票","refundType":"2","remark":"TESTA20260901093000111","tradeNo":"2022051812003332818907"}""");

    private readonly ServiceProvider services;
    private readonly LogLines log = new();

    public AsiaBillClients(string address, TimeProvider clock, Action<AsiaBillOptions>? adjust = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(clock);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        collection.AddAsiaBill((_, options) =>
        {
            (options.BaseUrl, options.GatewayNo, options.SignKey, options.Send) = (address, Gateway, Key, true);
            adjust?.Invoke(options);
        });
        services = collection.BuildServiceProvider();
    }

    public ICardRefundQuestions Questions => services.GetRequiredService<ICardRefundQuestions>();

    public ICardRefundSends Sends => services.GetRequiredService<ICardRefundSends>();

    /// <summary>Of a call that leaves in time.</summary>
    public CallTerm Term => CallTerm.Begin(services.GetRequiredService<TimeProvider>(), TimeSpan.FromHours(1));

    public ICardNoticeCheck Notices => services.GetRequiredService<ICardNoticeCheck>();

    public IReadOnlyCollection<string> Log => log.Lines;

    public Task<SendResult> SendAsync(CancellationToken cancellationToken = default) => Sends.SendRefundAsync(Refund, Term, cancellationToken);

    public Task<PartnerAnswer<CardRefundProgress>> LookUpAsync() => Questions.LookUpAsync("442011", TestContext.Current.CancellationToken);

    public void Dispose() => services.Dispose();

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(eventId.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
