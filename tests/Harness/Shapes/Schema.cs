using System.Text.Json;

namespace TeacherDevPlan.Harness.Shapes;

/// <summary>The schema of the running service, from introspection.</summary>
internal sealed class Schema
{
    public const string Introspection = """
        { __schema { types { name kind
          fields(includeDeprecated: true) { name args { name type { ...T } } type { ...T } }
          inputFields { name type { ...T } }
          enumValues(includeDeprecated: true) { name } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private readonly Dictionary<string, SchemaType> types;

    public Schema(JsonElement data)
    {
        types = data.GetProperty("__schema")
            .GetProperty("types")
            .EnumerateArray()
            .Select(SchemaType.Read)
            .ToDictionary(type => type.Name);
    }

    public SchemaType this[string name] => types[name];

    public IEnumerable<Member> Lists => this["Query"].Fields.Where(IsPage);

    /// <summary>Whether a field is a list in pages, with nodes.</summary>
    public bool IsPage(Member field) => field.Has("first") && NodeOf(field) is not null;

    /// <summary>The type of a page's rows; null if the type is not a connection.</summary>
    public SchemaType? NodeOf(Member field) =>
        this[field.Type].Fields.FirstOrDefault(one => one.Name == "nodes") is { } nodes ? this[nodes.Type] : null;

    public bool IsLeaf(Member member) => this[member.Type].Kind is "SCALAR" or "ENUM";

    public bool IsObject(Member field) => this[field.Type].Kind == "OBJECT";

    /// <summary>The input of a list's argument.</summary>
    public SchemaType? Input(Member field, string argument) =>
        field.Arguments.FirstOrDefault(one => one.Name == argument) is { } found ? this[found.Type] : null;
}

/// <param name="Kind">"OBJECT", "INPUT_OBJECT", "ENUM" …</param>
internal sealed record SchemaType(
    string Name,
    string Kind,
    IReadOnlyList<Member> Fields,
    IReadOnlyList<Member> Inputs,
    IReadOnlyList<string> Values
)
{
    public Member? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public Member? Input(string name) => Inputs.FirstOrDefault(field => field.Name == name);

    public static SchemaType Read(JsonElement json) =>
        new(
            json.GetProperty("name").GetString()!,
            json.GetProperty("kind").GetString()!,
            [.. Items(json, "fields").Select(Member.Read)],
            [.. Items(json, "inputFields").Select(Member.Read)],
            [.. Items(json, "enumValues").Select(value => value.GetProperty("name").GetString()!)]
        );

    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : [];
}

/// <summary>A field or an argument.</summary>
/// <param name="Type">The type without lists and nullability.</param>
internal sealed record Member(string Name, string Type, bool IsList, bool IsRequired, IReadOnlyList<Member> Arguments)
{
    public bool NeedsArguments => Arguments.Any(argument => argument.IsRequired);

    public bool Has(string argument) => Arguments.Any(one => one.Name == argument);

    public static Member Read(JsonElement json)
    {
        var type = json.GetProperty("type");
        var required = Kind(type) == "NON_NULL";
        var list = false;
        for (; type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object; type = inner)
            list |= Kind(type) == "LIST";
        return new Member(
            json.GetProperty("name").GetString()!,
            type.GetProperty("name").GetString()!,
            list,
            required,
            [.. SchemaType.Items(json, "args").Select(Read)]
        );
    }

    private static string? Kind(JsonElement type) => type.GetProperty("kind").GetString();
}
