using Mediator;
using Microsoft.Extensions.Logging;

namespace TeacherDevPlan.Application.Common.Behaviours;

/// <summary>Logs the name and duration of each message, never its content.</summary>
public sealed partial class LoggingBehaviour<TMessage, TResponse>(
    ILogger<LoggingBehaviour<TMessage, TResponse>> logger,
    TimeProvider time
) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
{
    public async ValueTask<TResponse> Handle(
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> next,
        CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        try
        {
            return await next(message, cancellationToken);
        }
        finally
        {
            LogHandled(typeof(TMessage).Name, time.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Message} took {Milliseconds:0.0} ms")]
    private partial void LogHandled(string message, double milliseconds);
}
