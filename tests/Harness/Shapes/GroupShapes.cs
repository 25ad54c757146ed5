namespace TeacherDevPlan.Harness.Shapes;

/// <summary>
/// Every key that a list can be grouped by: alone, with the next one, and with the next two; with a count and one sum.
/// </summary>
internal static class GroupShapes
{
    private const int MostKeys = 3;

    /// <param name="where">A condition that selects one year; "" if the list has no fiscal years.</param>
    public static IEnumerable<Shape> Of(Schema schema, Member list, string where)
    {
        var connection = schema[list.Type];
        if (connection.Field("groups") is not { } groups)
            yield break;
        var keys = schema.Input(groups, "by")!.Values;
        var sum = Sum(schema, connection.Field("aggregate")!);
        for (var first = 0; first < keys.Count; first++)
        {
            for (var count = 1; count <= Math.Min(MostKeys, keys.Count); count++)
            {
                var by = string.Join(", ", Enumerable.Range(first, count).Select(at => keys[at % keys.Count]));
                foreach (var figure in (string[])["count", sum])
                {
                    if (figure.Length > 0)
                        yield return new Shape(
                            Class(list, by),
                            $"{list.Name} {where} groups by {by}: {figure}",
                            $"{{ {list.Name}{(where.Length == 0 ? "" : $"({where})")} "
                                + $"{{ groups(by: [{by}], first: 100) {{ label aggregate {{ {figure} }} }} }} }}"
                        );
                }
            }
        }
    }

    private static ShapeClass Class(Member list, string by)
    {
        if (list.Name == "ledgerEntries" && by.Contains("MONTH", StringComparison.Ordinal))
            return ShapeClass.Months;
        return by.Contains("FUNDING_SOURCE", StringComparison.Ordinal) ? ShapeClass.Sources : ShapeClass.Groups;
    }

    /// <summary>The first figure that is a sum: of a budget, or of a number.</summary>
    private static string Sum(Schema schema, Member aggregate)
    {
        var fields = schema[aggregate.Type].Fields;
        if (fields.Any(field => field.Name == "budget"))
            return "budget { planned disbursed }";
        return fields.FirstOrDefault(field => field.Type == "DecimalAggregate") is { } number
            ? $"{number.Name} {{ sum }}"
            : "";
    }
}
