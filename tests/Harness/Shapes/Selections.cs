namespace TeacherDevPlan.Harness.Shapes;

/// <summary>The selected fields of the queries.</summary>
/// <param name="hidden">"Type.field" of the fields that need a role, which are omitted.</param>
internal sealed class Selections(Schema schema, IReadOnlySet<string> hidden)
{
    /// <summary>The scalar fields of a type.</summary>
    public string Leaves(SchemaType type) => Of(type, _ => "");

    /// <summary>The scalar fields of a type and of its directly related types.</summary>
    public string TwoLevels(SchemaType type) => Of(type, field => Below(field, 2, Leaves));

    /// <summary>A field with its selection; nothing if it needs arguments or is a union.</summary>
    public string Below(Member field, int first, Func<SchemaType, string> select)
    {
        if (field.NeedsArguments || !schema.IsObject(field))
            return "";
        return schema.IsPage(field)
            ? $"{field.Name}(first: {first}) {{ nodes {{ {select(schema.NodeOf(field)!)} }} }}"
            : $"{field.Name} {{ {select(schema[field.Type])} }}";
    }

    /// <summary>The fields of a type that everybody may read.</summary>
    public IEnumerable<Member> Fields(SchemaType type) =>
        type.Fields.Where(field => !hidden.Contains($"{type.Name}.{field.Name}"));

    private string Of(SchemaType type, Func<Member, string> below)
    {
        var leaves = Fields(type).Where(field => schema.IsLeaf(field) && !field.NeedsArguments);
        return string.Join(
            ' ',
            leaves
                .Select(leaf => leaf.Name)
                .Append("__typename")
                .Concat(Fields(type).Select(below))
                .Where(text => text.Length > 0)
        );
    }
}
