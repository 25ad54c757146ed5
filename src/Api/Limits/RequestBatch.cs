using GraphQL;
using TeacherDevPlan.Api.Http;

namespace TeacherDevPlan.Api.Limits;

/// <summary>Several operations in one request: executed in order, answered as a list, each within the limits by itself.</summary>
internal static class RequestBatch
{
    public static void RefuseSize(int size, int limit)
    {
        if (limit == 0)
            throw HttpRequestRefused.BadRequest(
                "BATCH_NOT_SUPPORTED",
                "Send one operation per request, not an array of them."
            );
        if (size == 0)
            throw HttpRequestRefused.BadRequest("INVALID_REQUEST", "The array holds no operation.");
        if (size > limit)
            throw LimitRefused.BadRequest(
                "BATCH_TOO_LARGE",
                $"The request has {size} operations; at most {limit} are answered. Send several requests.",
                limit,
                size
            );
    }

    /// <summary>One that is refused does not keep the others from being answered.</summary>
    public static async Task<List<ExecutionResult>> AnswerAsync(
        IReadOnlyList<GraphQLHttpRequest> operations,
        Func<GraphQLHttpRequest, Task<ExecutionResult>> answer
    )
    {
        var results = new List<ExecutionResult>(operations.Count);
        foreach (var operation in operations)
        {
            try
            {
                results.Add(await answer(operation));
            }
            catch (HttpRequestRefused refused)
            {
                results.Add(refused.ToResult());
            }
        }

        return results;
    }
}
