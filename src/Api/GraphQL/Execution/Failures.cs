using GraphQL;
using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>What went wrong in fields, and where: each becomes an error of the answer.</summary>
internal sealed class Failures(ExecutionContext context)
{
    private readonly List<(IReadOnlyList<object> Path, FieldPlan Field, Place? Place, Exception Exception)> failures =
    [];

    public static Exception Null(FieldPlan field) =>
        new InvalidOperationException(
            $"Cannot return null for a non-null type. Field: {field.Key}, Type: {field.Definition.ResolvedType}."
        );

    public void Add(Place place, Exception exception) =>
        failures.Add((place.Path(field => field.Key), place.Field, place, exception));

    public void Add(IReadOnlyList<object> path, FieldPlan field, Exception exception) =>
        failures.Add((path, field, null, exception));

    /// <summary>Hands them to who logs them, and to the answer.</summary>
    public async ValueTask TellAsync()
    {
        foreach (var (path, field, place, exception) in failures)
        {
            var error = exception as ExecutionError ?? await UnhandledAsync(field, place, exception);
            error.AddLocation(field.Ast, context.Document);
            error.Path = path;
            context.Errors.Add(error);
        }
    }

    private async ValueTask<ExecutionError> UnhandledAsync(FieldPlan field, Place? place, Exception exception)
    {
        var unhandled = new UnhandledExceptionContext(
            context,
            place is null ? null : new FieldContext(context, place),
            exception
        );
        await context.UnhandledExceptionDelegate(unhandled);
        return unhandled.Exception as ExecutionError
            ?? new UnhandledError(
                unhandled.ErrorMessage ?? $"Error trying to resolve field '{field.Key}'.",
                unhandled.Exception
            );
    }
}
