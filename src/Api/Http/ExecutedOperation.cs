using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Http;

/// <summary>Which operation of a document a request executes, chosen as the GraphQL library does.</summary>
internal static class ExecutedOperation
{
    /// <param name="name">Null or empty: the only one.</param>
    /// <returns>Null where there is none or it is not clear which: executing it then says so.</returns>
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
