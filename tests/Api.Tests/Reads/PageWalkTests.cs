using System.Text.Json;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Going from page to page by cursors meets every row of a list once, in order, from either end.</summary>
[Collection(nameof(MixedData))]
public sealed class PageWalkTests(MixedData data)
{
    private const int MostPages = 12;

    public static TheoryData<string> Callers => [.. MixedCallers.Names];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_walk_through_any_list_meets_each_row_once_and_in_order(string caller)
    {
        var walk = new Walk(data, caller);
        foreach (var (model, root) in RequestMaker.Roots(data.Models).Where(one => walk.Values.Allows(one.Root.Access)))
        {
            if (root is RootList)
                await walk.BothWaysAsync(
                    model,
                    root.Name,
                    page => page,
                    found => found,
                    isSorted: !model.IsLarge && !model.IsLong
                );
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_walk_through_any_list_below_a_row_meets_each_row_once_and_in_order(string caller)
    {
        var walk = new Walk(data, caller);
        foreach (var model in data.Models.Nodes.Values.Where(model => walk.Values.Allows(model.Fields[0].Access)))
        {
            foreach (var field in model.Fields.OfType<PageField>().Where(field => walk.Values.Allows(field.Access)))
            {
                if (walk.LongestBelow(model, field) is not { } id)
                    continue;
                await walk.BothWaysAsync(
                    data.Models.For(field.Row),
                    field.Name,
                    page => new AskedField("node", "node")
                    {
                        Arguments = [("id", new GivenValue("ID!", id))],
                        Below = [new AskedFragment(null, model.Name, [page])],
                    },
                    found => found.GetProperty("node")
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_walk_in_the_order_of_an_index_meets_each_row_once_and_in_order(string caller)
    {
        var walk = new Walk(data, caller);
        foreach (var (model, root) in RequestMaker.Roots(data.Models).Where(one => walk.Values.Allows(one.Root.Access)))
        {
            foreach (var key in root is RootList ? Indexed(model, walk.Values) : [])
            {
                foreach (var direction in new[] { "ASC", "DESC" })
                {
                    var order = key.Reverse()
                        .Aggregate(
                            (Given)new GivenValue("SortEnumType!", new EnumWord(direction)),
                            (inner, name) => new GivenObject("", [(name, inner)])
                        );
                    await walk.BothWaysAsync(
                        model,
                        root.Name,
                        page => page,
                        found => found,
                        by: new GivenList("", [order])
                    );
                }
            }
        }
    }

    /// <summary>The keys that an index has: fields that are declared so, and money of projects, as the paths of their names.</summary>
    private static IEnumerable<string[]> Indexed(Model model, NaiveValues values)
    {
        foreach (var field in model.Fields.Where(field => field.IsSorted && values.Allows(field.Access)))
        {
            if (field is ValueField { IsSortedByIndex: true, NodeType: null })
                yield return [field.Name];
            if (field is BudgetField { Scope: BudgetScope.Project })
            {
                foreach (var figure in new[] { "disbursementRate", "committed", "available" })
                    yield return [field.Name, figure];
            }
        }
    }

    private sealed class Walk(MixedData data, string caller)
    {
        private readonly Random dice = new(caller.Length);
        private readonly HttpClient client = data.Service.ClientOf(caller);

        public NaiveValues Values { get; } = data.ValuesOf(caller);

        /// <summary>The row with the most rows below it.</summary>
        public NodeId? LongestBelow(Model model, PageField field) =>
            data.Rows.Of(model.Row).Where(Values.Seen.Sees).MaxBy(row => Values.Children(field, row).Count()) is { } row
                ? new NodeId(model.Name, data.Rows.IdOf(row)!.Value)
                : null;

        public async Task BothWaysAsync(
            Model model,
            string list,
            Func<AskedField, AskedField> within,
            Func<JsonElement, JsonElement> find,
            bool isSorted = true,
            Given? by = null
        )
        {
            foreach (var backwards in new[] { false, true })
                await OneWayAsync(model, list, within, find, backwards, isSorted, by);
        }

        private async Task OneWayAsync(
            Model model,
            string list,
            Func<AskedField, AskedField> within,
            Func<JsonElement, JsonElement> find,
            bool backwards,
            bool isSorted,
            Given? by
        )
        {
            var inputs = new InputMaker(data.Schema, data.Models, new ValuePool(Values, dice), dice, Values.Allows)
            {
                MakesFaults = false,
            };
            var order = by ?? (isSorted && model.IsSorted ? inputs.Order(model) : null);
            var expected = Rows(
                new NaiveReads(Values).Answer([within(Page(model, list, order, 1_000_000, null, backwards))]),
                list
            );
            var size = Math.Max(dice.Next(1, 6), expected.Count / MostPages);
            var met = 0;
            string? cursor = null;
            for (var page = 0; page * size < expected.Count || page == 0; page++)
            {
                var asked = within(Page(model, list, order, size, cursor, backwards));
                var (query, variables) = new RequestText(GivenAs.Literals, dice).Write([asked]);
                var found = find(await data.Service.QueryAsync(query, variables, client)).GetProperty(list);
                var wanted = backwards
                    ? expected.SkipLast(met).TakeLast(size).ToList()
                    : expected.Skip(met).Take(size).ToList();
                Answers.Difference(wanted, found.GetProperty("nodes")).ShouldBeNull($"page {page} of\n{query}");
                met += wanted.Count;
                var info = found.GetProperty("pageInfo");
                info.GetProperty(backwards ? "hasPreviousPage" : "hasNextPage")
                    .GetBoolean()
                    .ShouldBe(met < expected.Count, query);
                info.GetProperty(backwards ? "hasNextPage" : "hasPreviousPage").GetBoolean().ShouldBe(page > 0, query);
                cursor = info.GetProperty(backwards ? "startCursor" : "endCursor").GetString();
            }

            met.ShouldBe(expected.Count);
        }

        private AskedField Page(Model model, string list, Given? order, int size, string? cursor, bool backwards)
        {
            var arguments = new List<(string, Given)> { (backwards ? "last" : "first", new GivenValue("Int", size)) };
            if (order is not null)
                arguments.Add(("order", order));
            if (cursor is not null)
                arguments.Add((backwards ? "before" : "after", new GivenValue("String", cursor)));
            var told = model
                .Fields.Where(field => field is ValueField && Values.Allows(field.Access))
                .Take(6)
                .Select(Asked (field) => new AskedField(field.Name, field.Name));
            string[] info = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor"];
            return new AskedField(list, list)
            {
                Arguments = arguments,
                Below =
                [
                    new AskedField("nodes", "nodes") { Below = [.. told] },
                    new AskedField("pageInfo", "pageInfo")
                    {
                        Below = [.. info.Select(name => new AskedField(name, name))],
                    },
                ],
            };
        }

        private static List<object?> Rows(object? answer, string list)
        {
            var fields = (OrderedDictionary<string, object?>)answer!;
            if (fields.TryGetValue("node", out var node))
                fields = (OrderedDictionary<string, object?>)node!;
            return (List<object?>)((OrderedDictionary<string, object?>)fields[list]!)["nodes"]!;
        }
    }
}
