using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.Http.Polling;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// GraphQL over HTTP. A malformed request gets a 4xx status. An invalid document gets a 4xx status with
/// application/graphql-response+json and 200 with application/json, as the specification requires.
/// </summary>
internal sealed class GraphQLEndpoint(
    IDocumentExecuter executer,
    IGraphQLTextSerializer serializer,
    ISchema schema,
    PersistedQueries persisted,
    KnownOperations operations,
    OperationIntake intake,
    ClientLimiter clients,
    OperationScope scopes,
    GraphQLLimits limits
)
{
    /// <summary>Tells that the response repeats the outcome of an earlier request with the same idempotency key.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    public async Task HandleAsync(HttpContext http)
    {
        var mediaType = MediaTypes.Choose(http.Request.Headers.Accept);
        http.Response.Headers.AppendList(
            HeaderNames.Vary,
            [HeaderNames.Accept, HeaderNames.AcceptLanguage, HeaderNames.Authorization]
        );
        if (http.Request.Headers.Authorization.Count > 0)
            http.Response.Headers.CacheControl = "private, no-cache";
        try
        {
            if (mediaType is null)
            {
                throw new HttpRequestRefused(
                    StatusCodes.Status406NotAcceptable,
                    "NOT_ACCEPTABLE",
                    $"Answers are {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8."
                );
            }

            if (!MediaTypes.IsRead(http.Request) && !HttpMethods.IsPost(http.Request.Method))
                throw MethodNotAllowed(http.Response, "GET, HEAD, POST", "Use POST, or GET to query.");
            var caller = RequestCaller.Of(http);
            var costRequest = CostHeader.Read(http.Request.Headers);
            var poll = Poll.Begin(http, caller, mediaType, costRequest);
            if (poll is not null && await poll.AnsweredAsync())
                return;
            var requests = GraphQLHttpRequestReader.Read(http.Request, limits);
            if (requests.IsBatch)
            {
                ClientLimits.Take(clients, ClientLimiter.Client(http), requests.Operations.Count - 1);
                var results = await RequestBatch.AnswerAsync(
                    requests.Operations,
                    request => AnswerAsync(http, caller, request, costRequest, null)
                );
                await WriteAsync(http.Response, StatusCodes.Status200OK, mediaType, results);
                return;
            }

            var result = await AnswerAsync(http, caller, requests.Operations[0], costRequest, poll);
            using var body = await ResponseBody.OfAsync(serializer, result, http.RequestAborted);
            if (poll is not null && poll.Label(result, body))
                return;
            if (http.Features.Get<Replays>() is { IsAll: true })
                http.Response.Headers[ReplayedHeader] = "true";
            var status =
                result.Executed || result.Errors is null || mediaType == MediaTypes.Json
                    ? StatusCodes.Status200OK
                    : StatusCodes.Status400BadRequest;
            await SendAsync(http.Response, status, mediaType, body);
        }
        catch (HttpRequestRefused refused) when (refused.Status == StatusCodes.Status401Unauthorized)
        {
            RequestAudit.NoteRefusedSignIn(http, refused);
            await RefuseAsync(http, refused);
        }
        catch (HttpRequestRefused refused)
        {
            await RefuseAsync(http, refused);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
    }

    /// <summary>Executes a document of the service for the caller, within all limits. The data as JSON, with null where
    /// the caller may not read a field.</summary>
    public async Task<JsonDocument> QueryAsync(HttpContext http, string query, Inputs variables)
    {
        var request = new GraphQLHttpRequest(query, null, variables) { IsOfService = true };
        var result = await AnswerDocumentAsync(http, RequestCaller.Of(http), request, CostRequest.None, null);
        using var body = await ResponseBody.OfAsync(serializer, result, http.RequestAborted);
        return body.Parse();
    }

    public async Task RefuseAsync(HttpContext http, HttpRequestRefused refused)
    {
        if (refused.RetryAfter is not null)
            http.Response.Headers.RetryAfter = refused.RetryAfter;
        var mediaType = MediaTypes.Choose(http.Request.Headers.Accept) ?? MediaTypes.Json;
        await WriteAsync(http.Response, refused.Status, mediaType, refused.ToResult());
    }

    private async Task<ExecutionResult> AnswerAsync(
        HttpContext http,
        Caller caller,
        GraphQLHttpRequest given,
        CostRequest costRequest,
        Poll? poll
    )
    {
        var request = persisted.Complete(given);
        var result = await AnswerDocumentAsync(http, caller, request, costRequest, poll);
        if (result.Executed)
            persisted.Keep(request, caller.IsSignedIn);
        return result;
    }

    private async Task<ExecutionResult> AnswerDocumentAsync(
        HttpContext http,
        Caller caller,
        GraphQLHttpRequest request,
        CostRequest costRequest,
        Poll? poll
    )
    {
        if (costRequest != CostRequest.Validate && intake.TextOf(request) is { } text)
        {
            if (operations.Find(text, request.OperationName, request.Variables, caller) is { } known)
            {
                if (known.Compilation.Operation.IsMutation)
                    RefuseMutationByGet(http);
                intake.Admit(known.Cost);
                ClientLimits.TakeCost(clients, http, known.Cost);
                var again = await RunAsync(http, caller, known.Compilation, poll);
                ReportedErrors.Arrange(again, text, intake.MayIntrospect(http.User));
                return WithCost(again, costRequest, known.Cost);
            }
        }

        var read = await intake.ReadAsync(request);
        if (read.Document is null)
            return new ExecutionResult { Errors = [read.Fault!] };
        RefuseUnknownOperation(http, read.Document, request.OperationName);
        var cost = intake.Admit(read, request, http.User, costRequest == CostRequest.Validate);
        if (cost is not null && costRequest != CostRequest.Validate)
            ClientLimits.TakeCost(clients, http, cost.Value);
        var state = StateOf(http, request.Variables);
        var result = await ExecuteAsync(http, caller, request, read, state, costRequest == CostRequest.Validate, poll);
        // Mutations of strangers are refused; their texts need no memory.
        if (
            result.Executed
            && state.Compilation is { Operation.Introspects: false } compiled
            && (caller.IsSignedIn || !compiled.Operation.IsMutation)
        )
            operations.Add(read.Text, request.OperationName, compiled, cost!.Value, caller);
        ReportedErrors.Arrange(result, read.Text, intake.MayIntrospect(http.User));
        return WithCost(result, costRequest, cost);
    }

    private static ExecutionResult WithCost(ExecutionResult result, CostRequest asked, OperationCost? cost)
    {
        if (asked != CostRequest.None && cost is not null)
            (result.Extensions ??= [])["operationCost"] = cost.Value.AsExtension;
        return result;
    }

    private static RequestState StateOf(HttpContext http, Inputs? variables) =>
        new(variables, Language.PrefersThai(http.Request.GetTypedHeaders().AcceptLanguage), FailureLog.Of(http));

    /// <summary>Executes a known operation.</summary>
    private Task<ExecutionResult> RunAsync(HttpContext http, Caller caller, Compilation known, Poll? poll)
    {
        var state = StateOf(http, null);
        return scopes.RunAsync(
            http,
            caller,
            poll,
            known.Operation.IsMutation,
            (services, token) => new OperationRun(known, services, state, null, token).ResultAsync()
        );
    }

    /// <summary>Refuses mutations over GET, and kinds of operations that the schema does not have.</summary>
    private void RefuseUnknownOperation(HttpContext http, GraphQLDocument document, string? operationName)
    {
        var executed = ExecutedOperation.Of(document, operationName);
        if (executed is null or { Operation: OperationType.Query })
            return;
        RefuseMutationByGet(http);
        var known = executed.Operation == OperationType.Mutation ? schema.Mutation : schema.Subscription;
        if (known is null)
        {
            throw HttpRequestRefused.BadRequest(
                "OPERATION_NOT_SUPPORTED",
                $"The schema does not support the operation type {executed.Operation.ToString().ToLowerInvariant()}."
            );
        }
    }

    private static void RefuseMutationByGet(HttpContext http)
    {
        if (MediaTypes.IsRead(http.Request))
            throw MethodNotAllowed(http.Response, HttpMethods.Post, "GET can only execute queries; use POST.");
    }

    private static HttpRequestRefused MethodNotAllowed(HttpResponse response, string allowed, string message)
    {
        response.Headers.Allow = allowed;
        return new HttpRequestRefused(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", message);
    }

    private Task<ExecutionResult> ExecuteAsync(
        HttpContext http,
        Caller caller,
        GraphQLHttpRequest request,
        ReadDocument read,
        RequestState state,
        bool validateOnly,
        Poll? poll
    ) =>
        scopes.RunAsync(
            http,
            caller,
            poll,
            ExecutedOperation.Of(read.Document!, request.OperationName)?.Operation == OperationType.Mutation,
            async (services, token) =>
            {
                var stop = new StopBeforeExecution();
                var result = await executer.ExecuteAsync(options =>
                {
                    options.Schema = schema;
                    options.Query = read.Text;
                    options.Document = read.Document;
                    options.ValidationRules = read.Rules;
                    if (validateOnly || read.IsCyclic)
                        options.Listeners.Add(stop);
                    options.OperationName = request.OperationName;
                    options.Variables = request.Variables;
                    options.UserContext = state;
                    options.RequestServices = services;
                    options.CancellationToken = token;
                    options.UnhandledExceptionDelegate = unhandled =>
                    {
                        state.LogFailure(
                            unhandled.FieldContext?.FieldDefinition.Name ?? "",
                            unhandled.OriginalException
                        );
                        return Task.CompletedTask;
                    };
                });
                if (result.Errors?.Any(error => error.InnerException is AnswerTooLargeException) == true)
                    throw new AnswerTooLargeException();
                return stop.Stopped && validateOnly ? new ExecutionResult() : result;
            }
        );

    private async Task WriteAsync<T>(HttpResponse response, int status, string mediaType, T result)
    {
        using var body = await ResponseBody.OfAsync(serializer, result, response.HttpContext.RequestAborted);
        await SendAsync(response, status, mediaType, body);
    }

    private static Task SendAsync(HttpResponse response, int status, string mediaType, ResponseBody body)
    {
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        return body.SendAsync(response);
    }
}
