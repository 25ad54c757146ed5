namespace TeacherDevPlan.Harness.Shapes;

/// <summary>Every list and object below one parent and below fifty, and everything below those.</summary>
internal static class BelowShapes
{
    public static IEnumerable<Shape> Of(Schema schema, Member list, Selections selections)
    {
        foreach (var field in selections.Fields(schema.NodeOf(list)!))
        {
            if (selections.Below(field, 20, selections.Leaves) is { Length: > 0 } one)
            {
                yield return Below(ShapeClass.BelowOne, 1, one, field.Name);
                yield return Below(ShapeClass.BelowFifty, 50, one, field.Name);
            }

            foreach (var next in Type(schema, field) is { } below ? selections.Fields(below) : [])
            {
                var inner = selections.Below(next, 5, selections.Leaves);
                var two = inner.Length == 0 ? "" : selections.Below(field, 5, _ => inner);
                if (two.Length == 0)
                    continue;
                yield return Below(ShapeClass.BelowOne, 1, two, $"{field.Name}.{next.Name}");
                yield return Below(ShapeClass.BelowFifty, 50, two, $"{field.Name}.{next.Name}");
            }
        }

        Shape Below(ShapeClass of, int parents, string selection, string name) =>
            new(
                of,
                $"{list.Name} first {parents}: {name}",
                $"{{ {list.Name}(first: {parents}) {{ nodes {{ {selection} }} }} }}"
            );
    }

    private static SchemaType? Type(Schema schema, Member field)
    {
        if (!schema.IsObject(field))
            return null;
        return schema.IsPage(field) ? schema.NodeOf(field) : schema[field.Type];
    }
}
