using System.Text.Json;
using GraphQL;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Pages;
using TeacherDevPlan.Infrastructure.Documents;

namespace TeacherDevPlan.Api.Http.Reports;

/// <summary>Quarterly reports to print (.html) and to edit (.docx).</summary>
internal static class ReportDownloads
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Below /graphql, where limits and sign-in apply.</summary>
    public static void MapReports(this WebApplication app)
    {
        app.MapMethods(
            "/graphql/quarterly-reports/{id}.html",
            Reads,
            (HttpContext http, GraphQLEndpoint endpoint, string id) =>
                SendAsync(http, endpoint, id, "text/html; charset=utf-8", HtmlPage.Of)
        );
        app.MapMethods(
            "/graphql/quarterly-reports/{id}.docx",
            Reads,
            (HttpContext http, GraphQLEndpoint endpoint, string id) =>
                SendAsync(http, endpoint, id, WordType, (_, parts) => WordDocument.Of(parts))
        );
    }

    private static async Task SendAsync(
        HttpContext http,
        GraphQLEndpoint endpoint,
        string id,
        string type,
        Func<string, IEnumerable<PrintedPart>, byte[]> write
    )
    {
        var headers = http.Response.Headers;
        headers.AppendList(HeaderNames.Vary, [HeaderNames.Authorization]);
        headers.CacheControl = "private, no-cache";
        using var answer = await endpoint.QueryAsync(
            http,
            QuarterlyReportPage.Query,
            new Inputs(new Dictionary<string, object?> { ["id"] = id })
        );
        if (
            !answer.RootElement.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
            || data.GetProperty("quarterlyReport") is not { ValueKind: JsonValueKind.Object } report
        )
            throw new HttpRequestRefused(
                StatusCodes.Status404NotFound,
                "NOT_FOUND",
                $"There is no quarterly report {Limits.Text.Short(id)} that you may read."
            );
        var (title, parts) = QuarterlyReportPage.Of(report);
        var body = write(title, parts);
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }
}
