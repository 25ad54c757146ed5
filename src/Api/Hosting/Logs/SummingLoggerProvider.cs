using Microsoft.Extensions.Logging.Console;

namespace TeacherDevPlan.Api.Hosting.Logs;

/// <summary>
/// The console log, in which warnings and errors that repeat are written as sums (<see cref="EventSums"/>), every minute
/// and at the end. An outage makes every request fail, and anybody can send requests with a thousand fields that fail.
/// </summary>
[ProviderAlias("Console")]
internal sealed class SummingLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly EventSums sums = new();
    private readonly ConsoleLoggerProvider console;
    private readonly ITimer timer;

    public SummingLoggerProvider(ConsoleLoggerProvider console)
    {
        this.console = console;
        timer = TimeProvider.System.CreateTimer(_ => WriteSums(), null, Period, Period);
    }

    public ILogger CreateLogger(string categoryName) =>
        new SummingLogger(categoryName, console.CreateLogger(categoryName), sums);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => console.SetScopeProvider(scopeProvider);

    public void Dispose()
    {
        timer.Dispose();
        WriteSums();
    }

    private void WriteSums()
    {
        foreach (var sum in sums.EndPeriod())
        {
            console
                .CreateLogger(sum.Kind.Category)
                .Log(
                    sum.Kind.Level,
                    sum.Kind.Id,
                    sum,
                    null,
                    (one, _) => $"{one.Count} more in the last minute, such as: {one.Last}"
                );
        }
    }

    private sealed class SummingLogger(string category, ILogger console, EventSums sums) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => console.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => console.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (logLevel < LogLevel.Warning)
            {
                console.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            var text = formatter(state, exception) + Reason(exception);
            var kind = new EventKind(
                logLevel,
                category,
                eventId.Id,
                TextOf(state),
                exception?.GetType(),
                exception?.GetBaseException().GetType()
            );
            var line = sums.Note(kind, text);
            if (line == EventLine.WithTrace)
                console.Log(logLevel, eventId, state, exception, formatter);
            else if (line == EventLine.Short)
                console.Log(logLevel, eventId, state, null, (_, _) => text);
        }

        private static string? TextOf<TState>(TState state) =>
            state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } values
            && values[^1].Key == "{OriginalFormat}"
                ? values[^1].Value as string
                : null;

        private static string Reason(Exception? exception)
        {
            if (exception is null)
                return "";
            var cause = exception.GetBaseException();
            var reason = $": {exception.GetType().Name}: {exception.Message}";
            return cause == exception ? reason : $"{reason} ({cause.GetType().Name}: {cause.Message})";
        }
    }
}

internal static class SummingLoggerRegistration
{
    /// <summary>Puts the sums between the host's console log and everything that writes to it.</summary>
    public static void SumRepeatedEvents(this IServiceCollection services)
    {
        var console = services.First(service => service.ImplementationType == typeof(ConsoleLoggerProvider));
        services.Remove(console);
        services.AddSingleton<ConsoleLoggerProvider>();
        services.AddSingleton<ILoggerProvider, SummingLoggerProvider>();
    }
}
