using GraphQL;
using TeacherDevPlan.Api.GraphQL.Execution;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Which members of the rows of a field nothing that is selected looks at. The library's own executor does not tell: then everything
/// is read.
/// </summary>
internal static class Unread
{
    /// <summary>Of the objects of a field.</summary>
    public static string Of(IResolveFieldContext context) =>
        context is FieldContext { Field: var field } ? field.Value.Below?.Unread ?? "" : "";

    /// <summary>Of the rows of a connection, where they are selected in one way.</summary>
    public static string OfPage(IResolveFieldContext context)
    {
        if (context is not FieldContext { Field: var field } || field.Value.Below is not { } connection)
            return "";
        var rows = connection.Fields.SelectMany(Rows).Take(2).ToList();
        return rows is [{ } only] ? only.Unread : "";
    }

    /// <summary>Each selection of a row.</summary>
    private static IEnumerable<SelectionPlan?> Rows(FieldPlan field) =>
        field.Definition.Name switch
        {
            "nodes" => [field.Value.Below],
            "edges" => field
                .Value.Below!.Fields.Where(inner => inner.Definition.Name == "node")
                .Select(inner => inner.Value.Below),
            _ => [],
        };
}
