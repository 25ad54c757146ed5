using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.Http.Polling;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.Http;

/// <summary>An HTTP request, and what the answers to its operations depend on besides them.</summary>
internal sealed record Exchange(HttpContext Http, Caller Caller, CostRequest Cost = CostRequest.None, Poll? Poll = null)
{
    /// <summary>Whether operations are validated and not executed.</summary>
    public bool ValidatesOnly => Cost == CostRequest.Validate;

    public RequestState NewState(Inputs? variables) =>
        new(variables, Language.PrefersThai(Http.Request.GetTypedHeaders().AcceptLanguage), FailureLog.Of(Http));
}

/// <summary>Answers operations within all limits. Those that are known are neither parsed nor validated.</summary>
internal sealed class OperationAnswers(
    IDocumentExecuter executer,
    ISchema schema,
    KnownOperations operations,
    OperationIntake intake,
    ClientLimiter clients,
    OperationScope scopes
)
{
    public async Task<ExecutionResult> AnswerAsync(Exchange exchange, GraphQLHttpRequest request)
    {
        var (text, name) = (intake.TextOf(request), request.OperationName);
        if (!exchange.ValidatesOnly && operations.Find(text, name, request.Variables, exchange.Caller) is { } known)
        {
            var again = await RunAsync(exchange, known.Compilation, known.Cost);
            return Completed(again, text, exchange, known.Cost);
        }

        var read = await intake.ReadAsync(request);
        if (read.Document is null)
            return new ExecutionResult { Errors = [read.Fault!] };
        var type = ExecutedOperation.Of(read.Document, name)?.Operation ?? OperationType.Query;
        RefuseUnknown(exchange.Http, type);
        var cost = intake.Admit(read, request, exchange.Http.User, exchange.ValidatesOnly);
        if (cost is not null && !exchange.ValidatesOnly)
            ClientLimits.TakeCost(clients, exchange.Http, cost.Value);
        var state = exchange.NewState(request.Variables);
        var result = await scopes.RunAsync(
            exchange,
            type == OperationType.Mutation,
            (services, token) => ExecuteAsync(exchange, name, read, state, services, token)
        );
        // Mutations of strangers are refused; their texts need no memory.
        if (
            result.Executed
            && state.Compilation is { Operation.Introspects: false } compiled
            && (exchange.Caller.IsSignedIn || !compiled.Operation.IsMutation)
        )
            operations.Add(read.Text, name, compiled, cost!.Value, exchange.Caller);
        return Completed(result, read.Text, exchange, cost);
    }

    private ExecutionResult Completed(ExecutionResult result, string text, Exchange exchange, OperationCost? cost)
    {
        ReportedErrors.Arrange(result, text, intake.MayIntrospect(exchange.Http.User));
        if (exchange.Cost != CostRequest.None && cost is not null)
            (result.Extensions ??= [])["operationCost"] = cost.Value.AsExtension;
        return result;
    }

    /// <summary>Runs a known operation.</summary>
    private Task<ExecutionResult> RunAsync(Exchange exchange, Compilation known, OperationCost cost)
    {
        if (known.Operation.IsMutation)
            RefuseByGet(exchange.Http);
        intake.Admit(cost);
        ClientLimits.TakeCost(clients, exchange.Http, cost);
        var state = exchange.NewState(variables: null);
        return scopes.RunAsync(
            exchange,
            known.Operation.IsMutation,
            (services, token) => new OperationRun(known, services, state, null, token).ResultAsync()
        );
    }

    /// <summary>Refuses mutations over GET, and kinds of operations that the schema does not have.</summary>
    private void RefuseUnknown(HttpContext http, OperationType type)
    {
        if (type == OperationType.Query)
            return;
        RefuseByGet(http);
        if ((type == OperationType.Mutation ? schema.Mutation : schema.Subscription) is null)
            throw HttpRequestRefused.BadRequest(
                "OPERATION_NOT_SUPPORTED",
                $"The schema does not support the operation type {type.ToString().ToLowerInvariant()}."
            );
    }

    private static void RefuseByGet(HttpContext http)
    {
        if (MediaTypes.IsRead(http.Request))
            throw HttpRequestRefused.MethodNotAllowed(
                http.Response,
                HttpMethods.Post,
                "GET can only execute queries; use POST."
            );
    }

    /// <summary>Validates a document with the library, which then calls <see cref="CompiledStrategy"/>.</summary>
    private async Task<ExecutionResult> ExecuteAsync(
        Exchange exchange,
        string? operationName,
        ReadDocument read,
        RequestState state,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var stop = new StopBeforeExecution();
        var result = await executer.ExecuteAsync(options =>
        {
            options.Schema = schema;
            options.Query = read.Text;
            options.Document = read.Document;
            options.ValidationRules = read.Rules;
            if (exchange.ValidatesOnly || read.IsCyclic)
                options.Listeners.Add(stop);
            options.OperationName = operationName;
            options.Variables = state.Variables;
            options.UserContext = state;
            options.RequestServices = services;
            options.CancellationToken = cancellationToken;
            options.UnhandledExceptionDelegate = unhandled =>
            {
                state.LogFailure(unhandled.FieldContext?.FieldDefinition.Name ?? "", unhandled.OriginalException);
                return Task.CompletedTask;
            };
        });
        if (
            result.Errors?.Select(error => error.InnerException).OfType<AnswerTooLargeException>().FirstOrDefault() is
            { } exceeded
        )
            throw exceeded;
        return stop.Stopped && exchange.ValidatesOnly ? new ExecutionResult() : result;
    }
}
