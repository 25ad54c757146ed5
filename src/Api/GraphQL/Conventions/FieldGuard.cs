using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Puts the rules of <see cref="AccessRules"/> before the fields of the schema. A field that is open to everybody is left as it
/// is; one that is not declared is open to nobody.
/// </summary>
internal static class FieldGuard
{
    public static void Guard(IEnumerable<IGraphType> types)
    {
        foreach (var type in types.OfType<IObjectGraphType>())
        {
            foreach (var field in type.Fields)
            {
                var rule = AccessRules.Of(type.Name, field.Name);
                if (rule is not { IsOpen: true, IsPersonal: false })
                    field.Resolver = new Guarded(field.Resolver!, rule, $"{type.Name}.{field.Name}");
            }
        }
    }

    private sealed class Guarded(IFieldResolver inner, AccessRule rule, string what) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            context.RequestServices!.GetRequiredService<AccessControl>().Use(what, rule, context.Source);
            return inner.ResolveAsync(context);
        }
    }
}
