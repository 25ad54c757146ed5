using TeacherDevPlan.Api.Http;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>What a client wants to know of the cost: the header <c>GraphQL-Cost</c>.</summary>
internal enum CostRequest
{
    None,

    /// <summary>Executes, and tells the cost.</summary>
    Report,

    /// <summary>Tells the cost of a valid operation, and executes nothing.</summary>
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
                $"The header {Name} is '{Text.Short(other)}', but must be 'report' (executes, and tells the cost) or 'validate' (tells the cost alone)."
            ),
        };
}
