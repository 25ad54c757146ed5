using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// Determines which operation of a document a request executes, by the same rules as the GraphQL library.
/// </summary>
internal static class ExecutedOperation
{
    /// <param name="name">The operation name; null or empty if the document has only one operation.</param>
    /// <returns>Null if there is no such operation or the choice is ambiguous; executing the document then reports the
    /// error.</returns>
    public static GraphQLOperationDefinition? Of(GraphQLDocument document, string? name)
    {
        GraphQLOperationDefinition? only = null;
        foreach (var definition in document.Definitions)
        {
            if (definition is not GraphQLOperationDefinition operation)
                continue;
            if (string.IsNullOrEmpty(name))
            {
                if (only is not null)
                    return null;
                only = operation;
            }
            else if (operation.Name is not null && operation.Name.Value == name)
            {
                return operation;
            }
        }

        return only;
    }
}
