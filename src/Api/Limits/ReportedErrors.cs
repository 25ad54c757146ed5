using GraphQL;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Stops validation after a maximum number of errors: a hostile document can have one per token, and some errors take
/// long because the library searches for suggestions.
/// </summary>
internal sealed class ErrorLimit : ValidationRuleBase, INodeVisitor
{
    public const int Most = 100;

    public static readonly IReadOnlyList<IValidationRule> WithAllRules =
    [
        new ErrorLimit(),
        .. DocumentValidator.CoreRules,
    ];

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        if (context.Errors is ICollection<ValidationError> { Count: > Most } errors)
            throw new TooManyErrors(errors);
        return default;
    }

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
}

/// <summary>Carries the errors found so far out of a validation that is stopped early.</summary>
internal sealed class TooManyErrors(IEnumerable<ExecutionError> found) : ExecutionError("Too many errors.")
{
    public IReadOnlyList<ExecutionError> Found { get; } = [.. found];
}

/// <summary>Prepares the errors of a result for the response.</summary>
internal static class ReportedErrors
{
    /// <summary>
    /// Limits the errors of an invalid document to the first 100 and adds their lines in the text, which <see
    /// cref="DocumentText"/> hid from the library.
    /// </summary>
    /// <param name="mayIntrospect">Whether the caller may query the schema. The library suggests names of it, which nobody
    /// else gets.</param>
    public static void Arrange(ExecutionResult result, string text, bool mayIntrospect)
    {
        if (result.Errors is not { Count: > 0 } errors)
            return;
        if (!result.Executed)
        {
            errors = Cut(errors);
            result.Errors = errors = mayIntrospect ? errors : WithoutSuggestions(errors);
        }

        Locate(errors, text);
    }

    private static ExecutionErrors WithoutSuggestions(ExecutionErrors errors)
    {
        var plain = new ExecutionErrors();
        plain.AddRange(errors.Select(WithoutSuggestion));
        return plain;
    }

    private static ExecutionError WithoutSuggestion(ExecutionError error)
    {
        var start = error.Message.IndexOf(" Did you mean ", StringComparison.Ordinal);
        if (start < 0)
            return error;
        var plain = new ExecutionError(error.Message[..start], error.InnerException)
        {
            Code = error.Code,
            Path = error.Path,
            Extensions = error.Extensions,
        };
        foreach (var location in error.Locations ?? [])
            plain.AddLocation(location);
        return plain;
    }

    private static ExecutionErrors Cut(ExecutionErrors errors)
    {
        List<ExecutionError> found = errors[0] is TooManyErrors ended ? [.. ended.Found] : [.. errors];
        if (found.Count <= ErrorLimit.Most)
            return errors;
        var told = new ExecutionErrors();
        told.AddRange(found.Take(ErrorLimit.Most));
        told.Add(
            new ExecutionError($"The query has more errors; only the first {ErrorLimit.Most} are listed.")
            {
                Code = "TOO_MANY_ERRORS",
            }
        );
        return told;
    }

    private static void Locate(ExecutionErrors errors, string text)
    {
        var lines = LineStarts(text);
        foreach (var error in errors)
        {
            for (var i = 0; i < error.Locations?.Count; i++)
            {
                var position = error.Locations[i].Column - 1;
                var line = lines.BinarySearch(position);
                line = line < 0 ? ~line - 1 : line;
                error.Locations[i] = new Location(line + 1, position - lines[line] + 1);
            }
        }
    }

    /// <summary>The start of each line; lines end with LF, CR or CRLF.</summary>
    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))
                starts.Add(i + 1);
        }

        return starts;
    }
}
