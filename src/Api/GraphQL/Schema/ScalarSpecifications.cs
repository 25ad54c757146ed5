using GraphQL.Resolvers;
using GraphQL.Types;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// The specifications of the scalars that are not GraphQL's: <c>specifiedByURL</c> in introspection and
/// <c>@specifiedBy</c> in the schema as text. The library has neither.
/// </summary>
internal static class ScalarSpecifications
{
    private static readonly Dictionary<string, string> Urls = new()
    {
        ["DateTime"] = "https://www.rfc-editor.org/rfc/rfc3339",
        ["LocalDate"] = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    };

    /// <summary>The field of the type <c>__Type</c>.</summary>
    /// <param name="text">The schema's type String.</param>
    public static FieldType Field(IGraphType text) =>
        new()
        {
            Name = "specifiedByURL",
            Description = "The URL of the specification of a scalar; null for all other types.",
            ResolvedType = text,
            Resolver = new FuncFieldResolver<string?>(context =>
                context.Source is ScalarGraphType scalar ? Urls.GetValueOrDefault(scalar.Name) : null
            ),
        };

    public static string InSdl(string sdl)
    {
        foreach (var (scalar, url) in Urls)
            sdl = sdl.Replace(
                $"\nscalar {scalar}\n",
                $"\nscalar {scalar} @specifiedBy(url: \"{url}\")\n",
                StringComparison.Ordinal
            );
        return sdl;
    }
}
