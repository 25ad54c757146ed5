using GraphQL;

namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// Several operations in one request. They are executed in order, each within the limits, and the responses form a
/// list.
/// </summary>
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
            throw HttpRequestRefused.BadRequest("INVALID_REQUEST", "The array contains no operation.");
        if (size > limit)
            throw LimitRefused.BadRequest(
                "BATCH_TOO_LARGE",
                $"The request has {size} operations; at most {limit} are allowed. Send several requests.",
                limit,
                size
            );
    }

    /// <summary>Executes one operation; a refusal does not affect the others.</summary>
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
