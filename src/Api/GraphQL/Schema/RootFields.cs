using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>The root fields of Query that models declare.</summary>
internal static class RootFields
{
    public static IEnumerable<FieldType> Of(Model model) => model.Roots.Select(root => Of(model, root));

    private static FieldType Of(Model model, RootField root) =>
        root switch
        {
            // A caller who may not list the rows gets null and an error, so the field must be nullable.
            RootList => Field(
                root,
                root.Access.IsOpen ? $"{model.Plural}Connection!" : $"{model.Plural}Connection",
                new ListSource(model) { Access = root.Access },
                FieldArguments.List(model.Name)
            ),
            RootLookup lookup => Field(
                root,
                model.Name,
                new LookupSource(model, lookup) { Access = root.Access },
                new QueryArguments(
                    lookup.Keys.Select(key =>
                        FieldArguments.Of(key.Argument, $"{TypeNames.Of(key.Member.Type)}!", key.Description)
                    )
                )
            ),
            _ => throw new InvalidOperationException($"Unknown kind of field {root.Name}."),
        };

    private static FieldType Field(RootField root, string type, FieldSource source, QueryArguments arguments)
    {
        var field = TypeNames.Field(root.Name, type, root.Description, source);
        field.Arguments = arguments;
        return field;
    }
}
