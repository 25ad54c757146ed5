using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>What the client requests about the cost with the header <c>GraphQL-Cost</c>.</summary>
internal enum CostRequest
{
    None,

    /// <summary>Executes the operation and reports its cost.</summary>
    Report,

    /// <summary>Reports the cost of a valid operation without executing it.</summary>
    Validate,
}

internal static class CostHeader
{
    public const string Name = "GraphQL-Cost";

    public static CostRequest Read(IHeaderDictionary headers) =>
        headers[Name].ToString().Trim().ToLowerInvariant() switch
        {
            "" => CostRequest.None,
            "report" => CostRequest.Report,
            "validate" => CostRequest.Validate,
            var other => throw HttpRequestRefused.BadRequest(
                "INVALID_REQUEST",
                $"The header {Name} is '{Text.Short(other)}', but must be 'report' (executes and reports the cost) or 'validate' (reports the cost without executing)."
            ),
        };
}
