using System.Text.Json;
using GraphQL;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Http.Documents;
using TeacherDevPlan.Api.Pages;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Infrastructure.Documents;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// Documents to print (.html) and to edit (.docx), each made of the answer to one query. They are below /graphql, where limits
/// and sign-in apply.
/// </summary>
internal static class DocumentDownloads
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDocuments(this WebApplication app)
    {
        Map(app, "/graphql/quarterly-reports/{id}", QuarterlyReportPage.Query, QuarterlyReportPage.Of);
        Map(app, "/graphql/me", OwnRecordPage.Query, OwnRecordPage.Of);
    }

    private static void Map(
        WebApplication app,
        string path,
        string query,
        Func<JsonElement, IReadOnlySet<string>, PrintedDocument?> make
    )
    {
        Form("html", "text/html; charset=utf-8", document => HtmlPage.Of(document.Title, document.Parts));
        Form("docx", WordType, document => WordDocument.Of(document.Parts));

        void Form(string end, string type, Func<PrintedDocument, byte[]> write) =>
            app.MapMethods(
                $"{path}.{end}",
                Reads,
                async (HttpContext http, GraphQLEndpoint endpoint, string? id) =>
                {
                    var variables = id is null
                        ? Inputs.Empty
                        : new Inputs(new Dictionary<string, object?> { ["id"] = id });
                    using var answer = await endpoint.QueryAsync(http, query, variables);
                    await SendAsync(http, Made(answer, make), type, write);
                }
            );
    }

    /// <summary>
    /// The document of an answer. What the caller may not read is missing in it; if anything else is missing, there is no document.
    /// </summary>
    private static PrintedDocument Made(
        JsonDocument answer,
        Func<JsonElement, IReadOnlySet<string>, PrintedDocument?> make
    )
    {
        var refused = new HashSet<string>();
        foreach (var error in ErrorsOf(answer.RootElement))
        {
            var code = error.GetProperty("extensions").GetProperty("code").GetString()!;
            if (code.StartsWith("AUTH_", StringComparison.Ordinal))
                refused.Add(error.GetProperty("path").EnumerateArray().Last().ToString());
            else
                throw code == "SERVICE_UNAVAILABLE"
                    ? HttpRequestRefused.Unavailable(error.GetProperty("message").GetString()!, retryAfter: "1")
                    : HttpRequestRefused.BadRequest(code, error.GetProperty("message").GetString()!);
        }

        return
            answer.RootElement.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
            && make(data, refused) is { } document
            ? document
            : throw new HttpRequestRefused(
                StatusCodes.Status404NotFound,
                "NOT_FOUND",
                "There is no such document that you may read."
            );
    }

    private static JsonElement.ArrayEnumerator ErrorsOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors.EnumerateArray() : default;

    private static async Task SendAsync(
        HttpContext http,
        PrintedDocument document,
        string type,
        Func<PrintedDocument, byte[]> write
    )
    {
        var body = write(document);
        http.Response.Headers.AppendList(HeaderNames.Vary, [HeaderNames.Authorization]);
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }
}
