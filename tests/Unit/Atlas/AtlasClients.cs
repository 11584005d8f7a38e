using System.Collections.Concurrent;
using BackOffice.Core.Atlas;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Unit.Atlas;

/// <summary>The ports as the house registers them, pointed at a test's own partner.</summary>
internal sealed class AtlasClients : IDisposable
{
    public const string Secret = "secret-of-the-account-42";

    public static readonly OrderNumber OrderNo = OrderNumber.Of("TESTA20260901093000111");

    public const string VoidBody = """{"orderNo":"TESTA20260901093000111","voidOfferId":"q_0123456789abcdef0123456789abcdef"}""";

    private readonly ServiceProvider services;
    private readonly LogLines log = new();

    public AtlasClients(string address, TimeProvider clock, Action<AtlasOptions>? adjust = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(clock);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        collection.AddAtlas((_, options) =>
        {
            options.BaseUrl = address;
            options.ClientId = "acme40831";
            options.ClientSecret = Secret;
            options.WebhookSecret = "a-long-enough-secret";

            // Few tests are about the throttle; the others should not wait for it.
            options.CallsPerSecond = 50;
            adjust?.Invoke(options);
        });
        services = collection.BuildServiceProvider();
    }

    public IAtlasQuestions Questions => services.GetRequiredService<IAtlasQuestions>();

    public IAtlasSends Sends => services.GetRequiredService<IAtlasSends>();

    /// <summary>Of a call that leaves in time.</summary>
    public CallTerm Term => CallTerm.Begin(services.GetRequiredService<TimeProvider>(), TimeSpan.FromHours(1));

    public IReadOnlyCollection<string> Log => log.Lines;

    public Task<SendResult> SendAsync(CancellationToken cancellationToken = default) => Sends.SendVoidAsync(OrderNo, VoidBody, Term, cancellationToken);

    public void Dispose() => services.Dispose();

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
