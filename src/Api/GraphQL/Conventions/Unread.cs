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
        var rows = connection.Fields.Select(Rows).OfType<SelectionPlan>().Take(2).ToList();
        return rows is [var only] ? only.Unread : "";
    }

    private static SelectionPlan? Rows(FieldPlan field) =>
        field.Definition.Name switch
        {
            "nodes" => field.Value.Below,
            "edges" => field.Value.Below?.Fields.FirstOrDefault(inner => inner.Definition.Name == "node")?.Value.Below,
            _ => null,
        };
}
