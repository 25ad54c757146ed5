namespace TeacherDevPlan.Harness.Shapes;

/// <summary>Generates all queries from the schema and from a first page of each list.</summary>
internal sealed class ShapeMaker(ShapeClient client)
{
    /// <summary>A word that occurs in about one of eight project names.</summary>
    private const string Word = "พัฒนา";

    private readonly HashSet<string> hidden = [];

    public Schema Schema { get; private set; } = null!;

    public Selections Selections => new(Schema, hidden);

    /// <summary>The root lists that everybody may read.</summary>
    public IEnumerable<Member> Lists => Schema.Lists.Where(list => !hidden.Contains($"Query.{list.Name}"));

    /// <summary>The lookup of one office by its code, which is the unit of measurement.</summary>
    public string Unit { get; private set; } = "";

    public async Task<IReadOnlyList<Shape>> MakeAsync(CancellationToken cancellationToken)
    {
        Schema = new Schema(await client.DataAsync(Schema.Introspection, cancellationToken));
        await FindHiddenAsync(cancellationToken);
        var (office, year) = await OfficeAndYearAsync(cancellationToken);
        Unit = $"{{ office(code: \"{office}\") {{ name }} }}";
        var shapes = new List<Shape>
        {
            new(
                ShapeClass.Search,
                $"projects contains {Word}",
                $"{{ projects(where: {{ name: {{ contains: \"{Word}\" }} }}, order: [{{ name: ASC }}], first: 20) "
                    + "{ totalCount nodes { name } } }"
            ),
        };
        foreach (var list in Lists)
        {
            var node = Schema.NodeOf(list)!;
            var values = Selections.Leaves(node);
            var sample = await Sample.ReadAsync(client, list, Selections.TwoLevels(node), cancellationToken);
            shapes.AddRange(OrderShapes.Of(Schema, list, values, "", key => OrderShapes.OverCountry(node, key)));
            if (Bounds.Office(Schema, list, office) is { Length: > 0 } where)
                shapes.AddRange(OrderShapes.Of(Schema, list, values, where, _ => ShapeClass.Office));
            shapes.AddRange(FilterShapes.Of(Schema, list, values, sample));
            shapes.AddRange(BelowShapes.Of(Schema, list, Selections));
            shapes.AddRange(GroupShapes.Of(Schema, list, Bounds.Year(Schema, list, year)));
        }

        return shapes;
    }

    /// <summary>Queries everything once, to find the fields that need a role.</summary>
    private async Task FindHiddenAsync(CancellationToken cancellationToken)
    {
        foreach (var list in Schema.Lists)
        {
            var selection = Selections.TwoLevels(Schema.NodeOf(list)!);
            var (_, answer) = await client.SendAsync(
                $"{{ {list.Name}(first: 2) {{ nodes {{ {selection} }} }} }}",
                cancellationToken
            );
            hidden.UnionWith(ShapeClient.Hidden(answer));
        }
    }

    /// <summary>An office, and the last year that is over.</summary>
    private async Task<(string Office, int Year)> OfficeAndYearAsync(CancellationToken cancellationToken)
    {
        const string query = """
            { developmentPlans(first: 1, order: [{ fiscalYear: DESC }]) { nodes { fiscalYear office { code } } } }
            """;
        var data = await client.DataAsync(query, cancellationToken);
        var plan = data.GetProperty("developmentPlans").GetProperty("nodes")[0];
        return (
            plan.GetProperty("office").GetProperty("code").GetString()!,
            plan.GetProperty("fiscalYear").GetInt32() - 1
        );
    }
}
