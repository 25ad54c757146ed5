using GraphQL;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Versions;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.Http;

/// <summary>Runs operations, each in a scope of its own and within the time limit.</summary>
internal sealed class OperationScope(PlanDatabase database, GraphQLLimits limits)
{
    /// <summary>
    /// Executes within the time limit. At the limit the client gets its response, also if the database does not end the
    /// statements that were cancelled.
    /// </summary>
    public async Task<ExecutionResult> RunAsync(
        Exchange exchange,
        bool isMutation,
        Func<IServiceProvider, CancellationToken, Task<ExecutionResult>> execute
    )
    {
        var http = exchange.Http;
        var scope = http.RequestServices.CreateAsyncScope();
        try
        {
            var (result, replays) = await database.RunAsync(
                TimeSpan.FromSeconds(limits.ExecutionTimeoutSeconds),
                token => InScopeAsync(scope, exchange, isMutation, execute, token),
                http.RequestAborted
            );
            // Not in the scope: an operation that nobody waits for any more may end when the context serves another request.
            http.Features.Set(replays);
            return result;
        }
        catch (AnswerTooLargeException exceeded)
        {
            throw HttpRequestRefused.BadRequest(
                "RESULT_TOO_LARGE",
                $"The response would contain more than {exceeded.Message}. Request smaller pages, fewer levels or fewer fields."
            );
        }
        catch (StoreUnavailableException outage)
        {
            throw HttpRequestRefused.Unavailable(outage.Message, retryAfter: "1");
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw ExecutionTimeout.Refused(limits);
        }
    }

    /// <summary>
    /// Executes in a scope of its own, so that the snapshot and its connection are released before the response is
    /// written: a client that reads slowly occupies nothing but its response.
    /// </summary>
    private static async Task<(ExecutionResult Result, Replays Replays)> InScopeAsync(
        AsyncServiceScope scope,
        Exchange exchange,
        bool isMutation,
        Func<IServiceProvider, CancellationToken, Task<ExecutionResult>> execute,
        CancellationToken cancellationToken
    )
    {
        await using (scope)
        {
            var services = scope.ServiceProvider.As(exchange.Caller);
            exchange.Poll?.Watch(services.GetRequiredService<ReadSet>());
            var result = await execute(services, cancellationToken);
            await RequestAudit.RecordAsync(services, isMutation);
            return (result, services.GetRequiredService<Replays>());
        }
    }
}
