using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
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
            RootList => TypeNames.Field(
                root.Name,
                root.Access.IsOpen ? $"{model.Plural}Connection!" : $"{model.Plural}Connection",
                root.Description,
                new ListSource(model) { Access = root.Access },
                FieldArguments.List(model.Name)
            ),
            RootLookup lookup => TypeNames.Field(
                root.Name,
                model.Name,
                root.Description,
                new LookupSource(model, lookup) { Access = root.Access },
                [
                    .. lookup.Keys.Select(key =>
                        FieldArguments.Of(key.Argument, $"{TypeNames.Of(key.Member.Type)}!", key.Description)
                    ),
                ]
            ),
            _ => throw new InvalidOperationException($"Unknown kind of field {root.Name}."),
        };
}
