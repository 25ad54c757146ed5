namespace TeacherDevPlan.Harness.Shapes;

/// <summary>Every list by every key in both directions: the first, next and last page.</summary>
internal static class OrderShapes
{
    private const int Page = 20;

    /// <summary>The names of sort keys over the country that have the strict goal.</summary>
    private static readonly HashSet<string> Keys = ["id", "name", "number", "code", "budget"];

    private static readonly HashSet<string> Dates = ["LocalDate", "DateTime"];

    /// <param name="where">A condition for all queries; "" for none.</param>
    /// <param name="of">The class for the name of a key.</param>
    public static IEnumerable<Shape> Of(
        Schema schema,
        Member list,
        string selection,
        string where,
        Func<string, ShapeClass> of
    )
    {
        foreach (var key in Paths(schema, schema.Input(list, "order")!, 2))
        {
            foreach (var direction in (string[])["ASC", "DESC"])
            {
                var order = $"order: [{Nested(key, direction)}]";
                var name = $"{list.Name} {where} by {string.Join('.', key)} {direction}";
                var first = Query("first", "");
                var shape = of(key[0]);
                yield return new Shape(shape, name, first);
                yield return new Shape(
                    shape,
                    $"{name}, next page",
                    Query("first", $", after: \"{Shape.Cursor}\""),
                    first
                );
                yield return new Shape(shape, $"{name}, last page", Query("last", ""));

                string Query(string end, string after) =>
                    $"{{ {list.Name}({where} {order}, {end}: {Page}{after}) "
                    + $"{{ nodes {{ {selection} }} pageInfo {{ endCursor }} }} }}";
            }
        }
    }

    /// <summary>The class of a key or a condition over the country.</summary>
    public static ShapeClass OverCountry(SchemaType node, string key) =>
        Keys.Contains(key) || (node.Field(key) is { } field && Dates.Contains(field.Type))
            ? ShapeClass.ByKey
            : ShapeClass.Country;

    private static IEnumerable<string[]> Paths(Schema schema, SchemaType input, int depth)
    {
        foreach (var member in input.Inputs)
        {
            if (schema[member.Type].Kind == "ENUM")
                yield return [member.Name];
            else if (depth > 1)
            {
                foreach (var below in Paths(schema, schema[member.Type], depth - 1))
                    yield return [member.Name, .. below];
            }
        }
    }

    private static string Nested(string[] path, string value) =>
        path.Reverse().Aggregate(value, (inner, name) => $"{{ {name}: {inner} }}");
}
