using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>
/// Checks that both sides return the same responses, so that neither can be faster by returning less; only cursors may
/// differ.
/// </summary>
internal static class SameAnswers
{
    private const int Compared = 12;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 128 };

    public static async Task CheckAsync(
        LoadQuery query,
        Side service,
        Side baseline,
        CancellationToken cancellationToken
    )
    {
        foreach (var call in query.Calls.Take(Compared))
        {
            var told = await service.AskAsync(call, cancellationToken);
            var limit = await baseline.AskAsync(call, cancellationToken);
            if (!JsonNode.DeepEquals(WithoutCursors(told), WithoutCursors(limit)))
                throw new InvalidOperationException(
                    $"{query.Name}: the responses to {call.Path} differ:\n{told}\n{limit}"
                );
        }
    }

    private static JsonNode? WithoutCursors(JsonElement answer)
    {
        var node = JsonNode.Parse(answer.GetRawText(), documentOptions: Deep);
        foreach (var list in node!["data"]!.AsObject().Select(field => field.Value).OfType<JsonObject>())
            (list["pageInfo"] as JsonObject)?.Remove("endCursor");
        return node;
    }
}
