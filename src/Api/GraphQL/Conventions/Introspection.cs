using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Completes a schema with what the specification's edition of September 2025 has and the library lacks: the directives
/// <c>specifiedBy</c> and <c>oneOf</c>, <c>specifiedByURL</c>, and arguments of introspection. The schema as text shows
/// the same as introspection.
/// </summary>
internal static class Introspection
{
    private const string Url = "url";

    /// <summary>Comes before the types are used.</summary>
    public static void Prepare(ISchema schema)
    {
        (schema.Features.RepeatableDirectives, schema.Features.DeprecationOfInputValues) = (true, true);
        schema.Directives.Register(new SpecifiedBy());
        schema.Directives.Register(new OneOf());
    }

    /// <summary>
    /// Completes the schema, so it comes last. Replaces the field __type: the library fails on __type(name: "") instead of
    /// returning null.
    /// </summary>
    public static void Complete(global::GraphQL.Types.Schema schema)
    {
        var find = schema.TypeMetaFieldType.Resolver!;
        schema.TypeMetaFieldType.Resolver = new FuncFieldResolver<object?>(context =>
            context.GetArgument<string>("name").Length == 0
                ? new ValueTask<object?>((object?)null)
                : find.ResolveAsync(context)
        );
        ((IObjectGraphType)schema.AllTypes["__Type"]!).AddField(
            new FieldType
            {
                Name = "specifiedByURL",
                Description = "The URL of the specification of a scalar; null for all other types.",
                ResolvedType = schema.AllTypes["String"]!,
                Resolver = new FuncFieldResolver<string?>(context =>
                    (context.Source as IGraphType)
                        ?.FindAppliedDirective(SpecifiedBy.Directive)
                        ?.FindArgument(Url)
                        ?.Value as string
                ),
            }
        );
        // None of the arguments of directives is deprecated.
        ((IObjectGraphType)schema.AllTypes["__Directive"]!)
            .Fields.Find("args")!
            .Arguments = new QueryArguments(
            new QueryArgument(schema.AllTypes["Boolean"]!) { Name = "includeDeprecated", DefaultValue = false }
        );
    }

    /// <summary>Tells the specification of a scalar.</summary>
    public static void Specify(this ScalarGraphType scalar, string url) =>
        scalar.ApplyDirective(SpecifiedBy.Directive, Url, url);

    private sealed class SpecifiedBy : Directive
    {
        public const string Directive = "specifiedBy";

        public SpecifiedBy()
            : base(Directive, DirectiveLocation.Scalar)
        {
            Description = "The specification of a scalar.";
            Arguments = new QueryArguments(
                new QueryArgument(new NonNullGraphType(new StringGraphType()))
                {
                    Name = Url,
                    Description = "The URL of the specification.",
                }
            );
        }

        public override bool? Introspectable => true;
    }

    private sealed class OneOf : Directive
    {
        public OneOf()
            : base("oneOf", DirectiveLocation.InputObject) =>
            Description = "Exactly one field of the input must be given, and it must not be null.";

        public override bool? Introspectable => true;
    }
}
