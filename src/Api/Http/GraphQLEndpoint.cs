using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// GraphQL over HTTP. A request that is not well formed gets 4xx; with application/graphql-response+json so does one whose
/// document is not, while with application/json that is 200, as the specification has it.
/// </summary>
internal sealed class GraphQLEndpoint(
    IDocumentExecuter executer,
    IGraphQLTextSerializer serializer,
    ISchema schema,
    IConfiguration configuration
)
{
    private readonly int maxRequestBytes = configuration.GetValue("GraphQL:MaxRequestBytes", 1024 * 1024);

    public async Task HandleAsync(HttpContext http)
    {
        var mediaType = MediaTypes.Choose(http.Request.Headers.Accept);
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

            var request = await GraphQLHttpRequestReader.ReadAsync(http.Request, maxRequestBytes);
            var document = Parse(request.Query);
            RefuseWritingByGet(http.Request, document, request.OperationName);
            var result = await ExecuteAsync(http, request, document);
            var status =
                result.Executed || mediaType == MediaTypes.Json
                    ? StatusCodes.Status200OK
                    : StatusCodes.Status400BadRequest;
            await WriteAsync(http.Response, status, mediaType, result);
        }
        catch (HttpRequestRefused refused)
        {
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

    private static void RefuseWritingByGet(HttpRequest request, GraphQLDocument? document, string? operationName)
    {
        if (!HttpMethods.IsGet(request.Method) || document is null)
            return;
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>();
        var executed = operationName is null
            ? operations.FirstOrDefault()
            : operations.FirstOrDefault(operation => operation.Name?.StringValue == operationName);
        if (executed is null or { Operation: OperationType.Query })
            return;
        request.HttpContext.Response.Headers.Allow = HttpMethods.Post;
        throw new HttpRequestRefused(
            StatusCodes.Status405MethodNotAllowed,
            "METHOD_NOT_ALLOWED",
            "GET can only query; use POST."
        );
    }

    /// <summary>
    /// Executes in a scope of its own, so that the snapshot and its connection are given back before the answer is written:
    /// a client that reads slowly holds nothing but its answer.
    /// </summary>
    private async Task<ExecutionResult> ExecuteAsync(
        HttpContext http,
        GraphQLHttpRequest request,
        GraphQLDocument? document
    )
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        return await executer.ExecuteAsync(options =>
        {
            options.Schema = schema;
            options.Query = request.Query;
            options.Document = document;
            options.OperationName = request.OperationName;
            options.Variables = request.Variables;
            options.UserContext = SortOrder.UserContext(request.Variables);
            options.RequestServices = scope.ServiceProvider;
            options.CancellationToken = http.RequestAborted;
            options.UnhandledExceptionDelegate = unhandled => FailureLog.WriteAsync(http, unhandled);
        });
    }

    private async Task WriteAsync(HttpResponse response, int status, string mediaType, ExecutionResult result)
    {
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        await serializer.WriteAsync(response.Body, result, response.HttpContext.RequestAborted);
    }
}
