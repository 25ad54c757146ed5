namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// What a client asks of a list cannot be answered: a page size out of bounds, a cursor of another order, a malformed id.
/// Becomes an error of the response with this code; the query's other fields are answered.
/// </summary>
public sealed class QueryRefusedException(string code, string? argument, string message) : Exception(message)
{
    /// <summary>Stable, SCREAMING_SNAKE.</summary>
    public string Code { get; } = code;

    /// <summary>Which argument is at fault; null where none alone is.</summary>
    public string? Argument { get; } = argument;
}
