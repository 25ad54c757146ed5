using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// Notes every query of tables that is sent to the database, from Npgsql's log, and can run something before a round trip.
/// Reading the versions of the data does not count, nor do calls of functions, which background jobs make at any time.
/// </summary>
public sealed class StatementCounter : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> statements = new();

    public IReadOnlyList<string> Seen => [.. statements];

    /// <summary>Is called with the number of queries so far, before the round trip of the last one.</summary>
    public Func<int, Task>? BeforeStatement { get; set; }

    public void Reset()
    {
        statements.Clear();
        BeforeStatement = null;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        // The end of a round trip is logged too.
        if (
            state is not IReadOnlyList<KeyValuePair<string, object?>> values
            || !formatter(state, exception).StartsWith("Executing", StringComparison.Ordinal)
        )
            return;
        foreach (var sql in values.SelectMany(value => Texts(value.Value)).Where(IsQuery))
        {
            statements.Enqueue(sql);
            BeforeStatement?.Invoke(statements.Count).GetAwaiter().GetResult();
        }
    }

    public void Dispose() { }

    private static string[] Texts(object? value) =>
        value switch
        {
            string text => [text],
            string[] texts => texts,
            _ => [],
        };

    private static bool IsQuery(string sql) =>
        (sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.StartsWith("WITH", StringComparison.Ordinal))
        && sql.Contains("FROM ", StringComparison.Ordinal)
        && sql != DataVersionSql.Read;
}
