namespace TeacherDevPlan.Harness.Shapes;

/// <summary>Conditions that select one year or one office, by the shortest path in the filter of a list.</summary>
internal static class Bounds
{
    private const int Depth = 4;

    /// <summary>where: { … }, or "" if the list has no fiscal years.</summary>
    public static string Year(Schema schema, Member list, int year) =>
        Of(schema, list, ["fiscalYear"], $"{{ eq: {year} }}");

    public static string Office(Schema schema, Member list, string code) =>
        list.Name == "offices" ? "" : Of(schema, list, ["office", "code"], $"{{ eq: \"{code}\" }}");

    private static string Of(Schema schema, Member list, string[] end, string condition)
    {
        if (schema.Input(list, "where") is not { } input)
            return "";
        var waiting = new Queue<(SchemaType Input, string[] Path)>([(input, [])]);
        while (waiting.TryDequeue(out var next))
        {
            if (Ends(schema, next.Input, end))
                return $"where: {next.Path.Concat(end).Reverse().Aggregate(condition, (inner, name) => $"{{ {name}: {inner} }}")}";
            if (next.Path.Length + end.Length >= Depth)
                continue;
            foreach (var member in next.Input.Inputs.Where(member => !member.IsList && IsRelated(schema[member.Type])))
                waiting.Enqueue((schema[member.Type], [.. next.Path, member.Name]));
        }

        return "";
    }

    private static bool Ends(Schema schema, SchemaType input, string[] end)
    {
        foreach (var name in end)
        {
            if (input.Input(name) is not { } member)
                return false;
            input = schema[member.Type];
        }

        return input.Input("eq") is not null;
    }

    private static bool IsRelated(SchemaType input) => input.Input("and") is not null;
}
