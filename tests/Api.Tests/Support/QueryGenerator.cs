using System.Globalization;
using System.Text;
using GraphQL.Types;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// Makes valid queries of a schema, the same for the same seed: nested selections, aliases, fields that are selected twice, fragments of
/// both kinds, interfaces and unions, directives, arguments and variables.
/// </summary>
internal sealed class QueryGenerator(ISchema schema, int seed)
{
    private const int MaxDepth = 5;
    private const int MaxFields = 60;

    private readonly Random random = new(seed);
    private readonly List<string> fragments = [];
    private readonly Dictionary<string, object?> variables = [];
    private int fields;
    private int names;

    public (string Query, Dictionary<string, object?> Variables) Next()
    {
        fragments.Clear();
        variables.Clear();
        (fields, names) = (0, 0);
        var selection = Selection(schema.Query!, 0);
        var declared = variables.Keys.Select(name => $"${name}: {TypeOf(name)}").ToList();
        var query = $"query{(declared.Count == 0 ? "" : $" ({string.Join(", ", declared)})")} {selection}";
        return ($"{query} {string.Join(' ', fragments)}", new Dictionary<string, object?>(variables));
    }

    private string Selection(IGraphType type, int depth)
    {
        var parts = new List<string>();
        var wanted = random.Next(1, depth == 0 ? 3 : 5);
        for (var i = 0; i < wanted; i++)
            parts.Add(Part(type, depth));
        return $"{{ {string.Join(' ', parts)} }}";
    }

    private string Part(IGraphType type, int depth)
    {
        if (depth > 0 && random.Next(9) == 0)
            return Directed("__typename");
        if (type is IAbstractGraphType and not IComplexGraphType || random.Next(5) == 0)
            return Fragment(type, depth);
        var candidates = ((IComplexGraphType)type).Fields.Where(field => depth < MaxDepth || IsLeaf(field)).ToList();
        if (candidates.Count == 0 || fields >= MaxFields)
            return "__typename";
        var chosen = candidates[random.Next(candidates.Count)];
        fields++;
        if (Arguments(chosen) is not { } arguments)
            return "__typename";
        var named = random.Next(4) == 0 || arguments.Length > 0 ? $"a{names++}: {chosen.Name}" : chosen.Name;
        var below = IsLeaf(chosen) ? "" : " " + Selection(Named(chosen.ResolvedType!), depth + 1);
        return $"{named}{arguments}{Directive()}{below}";
    }

    private string Fragment(IGraphType type, int depth)
    {
        IGraphType on =
            type is IAbstractGraphType possible && random.Next(4) > 0
                ? possible.PossibleTypes.ElementAt(random.Next(possible.PossibleTypes.Count))
                : type;
        if (on is IAbstractGraphType and not IComplexGraphType)
            return "__typename";
        var selection = Selection(on, depth);
        if (random.Next(2) == 0)
            return $"... on {on.Name}{Directive()} {selection}";
        var name = $"F{names++}";
        fragments.Add($"fragment {name} on {on.Name} {selection}");
        var spread = $"...{name}{Directive()}";
        return random.Next(3) == 0 ? $"{spread} ...{name}" : spread;
    }

    private string Directed(string field) => field + Directive();

    private string Directive()
    {
        if (random.Next(8) > 0)
            return "";
        var name = random.Next(2) == 0 ? "skip" : "include";
        if (random.Next(2) == 0)
            return $" @{name}(if: {(random.Next(2) == 0 ? "true" : "false")})";
        var variable = $"b{random.Next(3)}";
        variables.TryAdd(variable, random.Next(2) == 0);
        return $" @{name}(if: ${variable})";
    }

    /// <summary>Null where no value is known for an argument that needs one.</summary>
    private string? Arguments(FieldType field)
    {
        var given = new StringBuilder();
        foreach (var argument in field.Arguments ?? [])
        {
            var value = Value(argument.Name);
            if (value is null && argument.ResolvedType is NonNullGraphType)
                return null;
            if (value is not null)
                given.Append(
                    CultureInfo.InvariantCulture,
                    $"{(given.Length == 0 ? "" : ", ")}{argument.Name}: {value}"
                );
        }

        return given.Length == 0 ? "" : $"({given})";
    }

    private string? Value(string argument)
    {
        switch (argument)
        {
            case "first" when random.Next(2) == 0:
                variables["first"] = 2;
                return "$first";
            case "first":
                return "3";
            case "code" or "officeCode":
                return random.Next(4) == 0 ? "\"TH-10-P1\"" : "\"TH-43-P2\"";
            case "fiscalYear":
                return random.Next(4) == 0 ? "2569" : "2566";
            case "groupBy":
                return random.Next(2) == 0 ? "OFFICE" : "STRATEGY";
            case "id":
                return $"\"{new NodeId("Project", new Guid(random.Next(2), 2, 3, [1, 2, 3, 4, 5, 6, 7, 8]))}\"";
            case "ids":
                return "[\"not an id\", \"UHJvamVjdDrSmmICrVtN24tkjDX3gfxz\"]";
            default:
                return null;
        }
    }

    private static string TypeOf(string variable) => variable == "first" ? "Int" : "Boolean!";

    private static bool IsLeaf(FieldType field) => Named(field.ResolvedType!) is ScalarGraphType;

    private static IGraphType Named(IGraphType type) =>
        type switch
        {
            NonNullGraphType nonNull => Named(nonNull.ResolvedType!),
            ListGraphType list => Named(list.ResolvedType!),
            _ => type,
        };
}
