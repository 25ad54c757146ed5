using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>What of a variable's value statements depend on.</summary>
[Flags]
internal enum VariableUse
{
    /// <summary>Nothing: only mutations take it, which read their arguments when they run.</summary>
    None = 0,

    /// <summary>Its structure; scalars are parameters.</summary>
    Structure = 1,

    /// <summary>The value itself: a page size.</summary>
    InStatement = 2,

    /// <summary>The types of the ids that it contains.</summary>
    NodeIds = 4,
}

/// <summary>Finds the use of each variable in the whole document, including parts that a request skips.</summary>
internal static class VariableUses
{
    /// <returns>The uses by the variables' names; variables without one are missing.</returns>
    public static Dictionary<string, VariableUse> Of(GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var uses = new Dictionary<string, VariableUse>();
        foreach (var definition in document.Definitions.OfType<IHasSelectionSetNode>())
        {
            var isMutation = definition == operation && operation.Operation == OperationType.Mutation;
            Note(uses, definition.SelectionSet, isMutation);
        }

        return uses;
    }

    /// <param name="areMutations">Whether the fields are mutations.</param>
    private static void Note(Dictionary<string, VariableUse> uses, GraphQLSelectionSet? selected, bool areMutations)
    {
        foreach (var selection in selected?.Selections ?? [])
        {
            foreach (var directive in (selection as IHasDirectivesNode)?.Directives?.Items ?? [])
                Note(uses, directive.Arguments);
            if (!areMutations)
                Note(uses, (selection as GraphQLField)?.Arguments);
            Note(
                uses,
                (selection as IHasSelectionSetNode)?.SelectionSet,
                areMutations && selection is not GraphQLField
            );
        }
    }

    private static void Note(Dictionary<string, VariableUse> uses, GraphQLArguments? arguments)
    {
        foreach (var argument in arguments?.Items ?? [])
        {
            var use = argument.Name.StringValue switch
            {
                "first" or "last" => VariableUse.Structure | VariableUse.InStatement,
                "id" or "ids" => VariableUse.Structure | VariableUse.NodeIds,
                _ => VariableUse.Structure,
            };
            foreach (var variable in In(argument.Value))
            {
                var name = variable.Name.StringValue;
                uses[name] = uses.GetValueOrDefault(name) | use;
            }
        }
    }

    private static IEnumerable<GraphQLVariable> In(GraphQLValue value) =>
        value switch
        {
            GraphQLVariable variable => [variable],
            GraphQLListValue list => (list.Values ?? []).SelectMany(In),
            GraphQLObjectValue members => (members.Fields ?? []).SelectMany(member => In(member.Value)),
            _ => [],
        };
}
