using Microsoft.Extensions.Logging;
using Simulation.Runs;

namespace Simulation.Desks;

/// <summary>The log of one class of the desk. Nobody reads its lines; the judge sees every fault that the class wrote down and went on after.</summary>
internal sealed class FaultLog<T>(World world) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null)
        {
            world.Judge.Logged(typeof(T).Name, exception);
        }
    }
}
