using System.Text.Json;
using GraphQL;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Http.Polling;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Common.Idempotency;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// GraphQL over HTTP. A malformed request gets a 4xx status. An invalid document gets a 4xx status with
/// application/graphql-response+json and 200 with application/json, as the specification requires.
/// </summary>
internal sealed class GraphQLEndpoint(
    IGraphQLTextSerializer serializer,
    PersistedQueries persisted,
    OperationAnswers answers,
    ClientLimiter clients,
    GraphQLLimits limits
)
{
    /// <summary>Tells that the response repeats the outcome of an earlier request with the same idempotency key.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.AppendList(
            HeaderNames.Vary,
            [HeaderNames.Accept, HeaderNames.AcceptLanguage, HeaderNames.Authorization]
        );
        if (http.Request.Headers.Authorization.Count > 0)
            http.Response.Headers.CacheControl = "private, no-cache";
        try
        {
            await AnswerAsync(http);
        }
        catch (HttpRequestRefused refused)
        {
            if (refused.Status == StatusCodes.Status401Unauthorized)
                RequestAudit.NoteRefusedSignIn(http, refused);
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
        var result = await answers.AnswerAsync(new Exchange(http, RequestCaller.Of(http)), request);
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

    private async Task AnswerAsync(HttpContext http)
    {
        var mediaType =
            MediaTypes.Choose(http.Request.Headers.Accept)
            ?? throw new HttpRequestRefused(
                StatusCodes.Status406NotAcceptable,
                "NOT_ACCEPTABLE",
                $"Answers are {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8."
            );
        if (!MediaTypes.IsRead(http.Request) && !HttpMethods.IsPost(http.Request.Method))
            throw HttpRequestRefused.MethodNotAllowed(http.Response, "GET, HEAD, POST", "Use POST, or GET to query.");
        var caller = RequestCaller.Of(http);
        var cost = CostHeader.Read(http.Request.Headers);
        var poll = Poll.Begin(http, caller, mediaType, cost);
        if (poll is not null && await poll.AnsweredAsync())
            return;
        var requests = GraphQLHttpRequestReader.Read(http.Request, limits);
        if (requests.IsBatch)
        {
            ClientLimits.Take(clients, ClientLimiter.Client(http), requests.Operations.Count - 1);
            var batch = new Exchange(http, caller, cost);
            var results = await RequestBatch.AnswerAsync(requests.Operations, request => AnswerAsync(batch, request));
            await WriteAsync(http.Response, StatusCodes.Status200OK, mediaType, results);
            return;
        }

        var result = await AnswerAsync(new Exchange(http, caller, cost, poll), requests.Operations[0]);
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

    private async Task<ExecutionResult> AnswerAsync(Exchange exchange, GraphQLHttpRequest given)
    {
        var request = persisted.Complete(given);
        var result = await answers.AnswerAsync(exchange, request);
        if (result.Executed)
            persisted.Keep(request, exchange.Caller.IsSignedIn);
        return result;
    }

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
