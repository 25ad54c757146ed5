using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// GraphQL over HTTP. A request that is not well formed gets 4xx; with application/graphql-response+json so does one whose
/// document is not, while with application/json that is 200, as the specification has it.
/// </summary>
internal sealed class GraphQLEndpoint(
    IDocumentExecuter executer,
    IGraphQLTextSerializer serializer,
    ISchema schema,
    CommitmentExpiry expiry,
    KnownDocuments documents,
    IConfiguration configuration
)
{
    private readonly int maxRequestBytes = configuration.GetValue("GraphQL:MaxRequestBytes", 1024 * 1024);

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

            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
                throw MethodNotAllowed(http.Response, "GET, POST", "Use POST, or GET to query.");
            var caller = CallerMiddleware.CallerOf(http);
            var request = await GraphQLHttpRequestReader.ReadAsync(http.Request, maxRequestBytes);
            var known = documents.Find(request.Query);
            var document = known ?? Parse(request.Query);
            if (document is not null)
            {
                if (known is null)
                    await DocumentCheck.RefuseUnusableAsync(document);
                RefuseUnknownOperation(http, document, request.OperationName);
            }

            var result = await ExecuteAsync(http, caller, request, document, isValid: known is not null);
            if (known is null && document is not null && result.Executed)
                documents.Add(request.Query, document);
            var status =
                result.Executed || mediaType == MediaTypes.Json
                    ? StatusCodes.Status200OK
                    : StatusCodes.Status400BadRequest;
            await WriteAsync(http.Response, status, mediaType, result);
        }
        catch (HttpRequestRefused refused)
        {
            if (refused.Status == StatusCodes.Status401Unauthorized)
                await RefuseSignInAsync(http, refused);
            var error = new ExecutionError(refused.Message) { Code = refused.Code };
            var result = new ExecutionResult { Errors = [error] };
            await WriteAsync(http.Response, refused.Status, mediaType ?? MediaTypes.Json, result);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
    }

    /// <summary>The document, or null where it has a syntax error: executing it then says which.</summary>
    private static GraphQLDocument? Parse(string query)
    {
        try
        {
            return Parser.Parse(query);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw HttpRequestRefused.BadRequest("QUERY_TOO_DEEP", "The query nests too deep.");
        }
        catch (GraphQLParserException)
        {
            return null;
        }
    }

    /// <summary>GET can only query, and nothing can do what the schema does not have.</summary>
    private void RefuseUnknownOperation(HttpContext http, GraphQLDocument document, string? operationName)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>();
        var executed = operations.FirstOrDefault(operation =>
            operationName is null || operation.Name?.StringValue == operationName
        );
        if (executed is null or { Operation: OperationType.Query })
            return;
        if (HttpMethods.IsGet(http.Request.Method))
            throw MethodNotAllowed(http.Response, HttpMethods.Post, "GET can only query; use POST.");
        var known = executed.Operation == OperationType.Mutation ? schema.Mutation : schema.Subscription;
        if (known is null)
        {
            throw HttpRequestRefused.BadRequest(
                "OPERATION_NOT_SUPPORTED",
                $"The schema has no {executed.Operation.ToString().ToLowerInvariant()}."
            );
        }
    }

    private static HttpRequestRefused MethodNotAllowed(HttpResponse response, string allowed, string message)
    {
        response.Headers.Allow = allowed;
        return new HttpRequestRefused(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", message);
    }

    /// <summary>
    /// Executes in a scope of its own, so that the snapshot and its connection are given back before the answer is written:
    /// a client that reads slowly holds nothing but its answer.
    /// </summary>
    private async Task<ExecutionResult> ExecuteAsync(
        HttpContext http,
        Caller caller,
        GraphQLHttpRequest request,
        GraphQLDocument? document,
        bool isValid
    )
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Become(caller);
        await expiry.EnsureAsync(http.RequestAborted);
        using var operation = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var size = scope.ServiceProvider.GetRequiredService<ResultSize>();
        size.Watch(operation);
        var userContext = SortOrder.UserContext(request.Variables);
        Language.Tell(userContext, http.Request.GetTypedHeaders().AcceptLanguage);
        try
        {
            var result = await executer.ExecuteAsync(options =>
            {
                options.Schema = schema;
                options.Query = request.Query;
                options.Document = document;
                if (isValid)
                    options.ValidationRules = [];
                options.OperationName = request.OperationName;
                options.Variables = request.Variables;
                options.UserContext = userContext;
                options.RequestServices = scope.ServiceProvider;
                options.CancellationToken = operation.Token;
                options.UnhandledExceptionDelegate = unhandled => FailureLog.WriteAsync(http, unhandled);
            });
            await PutOnRecordAsync(scope.ServiceProvider, result, http.RequestAborted);
            return result;
        }
        catch (OperationCanceledException) when (size.Exceeded)
        {
            throw HttpRequestRefused.BadRequest(
                "RESULT_TOO_LARGE",
                $"The answer would hold more than {size.Limit} list items. Ask for smaller pages or fewer levels."
            );
        }
    }

    /// <summary>What was refused and which personal data were read; where that cannot be recorded, nothing is answered.</summary>
    private static async Task PutOnRecordAsync(
        IServiceProvider services,
        ExecutionResult result,
        CancellationToken cancellationToken
    )
    {
        var action = result.Operation?.Operation == OperationType.Mutation ? "mutation" : "query";
        var entries = services.GetRequiredService<AccessControl>().Take(action);
        if (entries.Count == 0)
            return;
        try
        {
            await services.GetRequiredService<IAuditTrail>().RecordAsync(entries, cancellationToken);
        }
        catch (StoreUnavailableException outage)
        {
            throw new HttpRequestRefused(
                StatusCodes.Status503ServiceUnavailable,
                "SERVICE_UNAVAILABLE",
                outage.Message
            );
        }
    }

    private static async Task RefuseSignInAsync(HttpContext http, HttpRequestRefused refusal)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        await using var scope = http.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Become(Caller.Anonymous.In(http));
        await scope
            .ServiceProvider.GetRequiredService<IAuditTrail>()
            .RecordAsync(
                [new AuditEntry(AuditKind.Refusal, "signIn", []) { Reason = refusal.Message }],
                http.RequestAborted
            );
    }

    private async Task WriteAsync(HttpResponse response, int status, string mediaType, ExecutionResult result)
    {
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        await serializer.WriteAsync(response.Body, result, response.HttpContext.RequestAborted);
    }
}
