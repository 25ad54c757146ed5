namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// A request for a list is invalid: for example a page size out of range, a cursor of another order or a malformed id.
/// Becomes an error in the response with this code; other fields of the query are not affected.
/// </summary>
public sealed class QueryRefusedException(string code, string? argument, string message) : Exception(message)
{
    /// <summary>A stable code in SCREAMING_SNAKE_CASE.</summary>
    public string Code { get; } = code;

    /// <summary>The argument at fault; null if no single argument is.</summary>
    public string? Argument { get; } = argument;
}
