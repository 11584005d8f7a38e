using Microsoft.Extensions.Logging;

namespace Unit.Testing;

/// <summary>Everything that is logged, as it would stand in a file: the sentence, and the fault behind it.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();
    private readonly List<string> all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (gate)
            {
                return [.. all];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate)
        {
            all.Add(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }
}
