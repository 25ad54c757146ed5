using System.Text.Json;

namespace TeacherDevPlan.Harness.Shapes;

/// <summary>
/// Every condition that a list supports, with a value that occurs: on its rows, and on directly related rows.
/// </summary>
internal static class FilterShapes
{
    private static readonly string[] Operators = ["eq", "gte", "contains"];

    public static IEnumerable<Shape> Of(Schema schema, Member list, string selection, Sample sample)
    {
        var node = schema.NodeOf(list)!;
        foreach (var (path, text) in Conditions(schema, schema.Input(list, "where")!, [], sample))
        {
            var counts = text.Contains("contains:", StringComparison.Ordinal);
            yield return new Shape(
                counts || path.Length > 1 ? ShapeClass.Country : OrderShapes.OverCountry(node, path[0]),
                $"{list.Name} where {text}",
                $"{{ {list.Name}(where: {text}, first: 20) {{ nodes {{ {selection} }} }} }}"
            );
        }
    }

    private static IEnumerable<(string[] Path, string Text)> Conditions(
        Schema schema,
        SchemaType input,
        string[] above,
        Sample sample
    )
    {
        foreach (var member in input.Inputs.Where(one => one.Name is not ("and" or "or")))
        {
            var type = schema[member.Type];
            string[] path = [.. above, member.Name];
            if (type.Input("eq") is not null)
            {
                foreach (var text in OfValue(schema, type, sample.Value(path)))
                    yield return (path, $"{{ {member.Name}: {text} }}");
            }
            else if (above.Length == 0 && type.Input("some") is { } some)
            {
                foreach (var (below, text) in Conditions(schema, schema[some.Type], path, sample))
                    yield return (below, $"{{ {member.Name}: {{ some: {text} }} }}");
            }
            else if (above.Length == 0)
            {
                foreach (var (below, text) in Conditions(schema, type, path, sample))
                    yield return (below, $"{{ {member.Name}: {text} }}");
            }
        }
    }

    private static IEnumerable<string> OfValue(Schema schema, SchemaType type, JsonElement? value)
    {
        if (value is not { } found)
            yield break;
        var isEnum = schema[type.Input("eq")!.Type].Kind == "ENUM";
        foreach (var name in Operators.Where(one => type.Input(one) is not null))
        {
            var text = name == "contains" ? JsonSerializer.Serialize(Word(found.GetString()!)) : found.GetRawText();
            yield return $"{{ {name}: {(isEnum ? found.GetString() : text)} }}";
        }
    }

    /// <summary>Some letters from the middle of a text.</summary>
    private static string Word(string text) => text.Length <= 8 ? text : text.Substring(text.Length / 3, 6);
}
