using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Tells children, and pages of rows with what is counted, summed and grouped of the whole.</summary>
internal sealed class NaiveLists(NaiveValues values, NaiveObjects objects, List<string> errors)
{
    private readonly NaiveConditions conditions = new(values);
    private readonly NaiveOrder orders = new(values);
    private readonly NaiveFigures figures = new(values);

    public object? Many(ManyField field, object row, AskedField asked)
    {
        var model = values.Models.For(field.Row);
        var checks = new NaiveChecks(values).Where(asked.Argument("where"), model.Fields);
        if (checks.Codes.Count > 0)
            return Refused(checks);
        var children = values.Children(field, row).Where(child => Keeps(asked.Argument("where"), model, child));
        if (field.Years is { } years)
        {
            var year = asked.Argument<int>("fiscalYear");
            children = children
                .Where(child =>
                    (int)years.From.Last.GetValue(child)! <= year && (int)years.To.Last.GetValue(child)! >= year
                )
                .Reverse();
        }

        object Tell(object child) =>
            field.Text is { } text ? values.Seen.Value(text, child)! : objects.Row(model, child, asked.Below);

        if (field.Shape is ManyShape.First or ManyShape.FirstText)
            return children.Select(Tell).FirstOrDefault();
        return List(children.Select(Tell));
    }

    public object? Connection(Model model, IEnumerable<object> rows, AskedField asked)
    {
        var (where, order) = (asked.Argument("where"), asked.Argument("order"));
        var checks = new NaiveChecks(values).Where(where, model.Fields).Order(order, model.Fields);
        if (checks.Codes.Count > 0)
            return Refused(checks);
        var matched = rows.Where(row => Keeps(where, model, row)).ToList();
        var sorted = new Lazy<IReadOnlyList<object>>(() => orders.Sort(matched, model, order));
        var (first, last) = (asked.Argument<int>("first"), asked.Argument<int>("last"));
        var size = Math.Max(first, last) is > 0 and var given ? given : PageRequest.DefaultSize;
        return NaiveReads.Fields(
            asked.Below,
            field =>
                (
                    field.Name switch
                    {
                        "__typename" => $"{model.Plural}Connection",
                        "nodes" => List(Page().Select(row => objects.Row(model, row, field.Below))),
                        "edges" => List(Page().Select(row => Edge(model, row, field.Below))),
                        "pageInfo" => PageInfo(field, last > 0, matched.Count > size, matched.Count == 0),
                        "totalCount" => Told.Of(matched.Count),
                        "budget" => Money(model, matched, field),
                        "aggregate" => Aggregate(model.Name, model.Fields, matched, field),
                        _ => Groups(model, matched, field),
                    },
                    true
                )
        );

        IEnumerable<object> Page() => last > 0 ? sorted.Value.TakeLast(size) : sorted.Value.Take(size);
    }

    private bool Keeps(Given? where, Model model, object row) =>
        where is null || conditions.Keep(where, model, row) != false;

    private object Refused(NaiveChecks checks)
    {
        errors.AddRange(checks.Codes);
        return NaiveReads.Hole;
    }

    private static object List(IEnumerable<object?> items)
    {
        var all = items.ToList();
        return all.Contains(NaiveReads.Hole) ? NaiveReads.Hole : all;
    }

    private object Edge(Model model, object row, IEnumerable<Asked> selected) =>
        NaiveReads.Fields(
            selected,
            field => (field.Name == "node" ? objects.Row(model, row, field.Below) : AnyText.Instance, true)
        );

    private static object PageInfo(AskedField asked, bool backwards, bool more, bool isEmpty) =>
        NaiveReads.Fields(
            asked.Below,
            field =>
                field.Name switch
                {
                    "__typename" => ("PageInfo", true),
                    "hasNextPage" => (!backwards && more, true),
                    "hasPreviousPage" => (backwards && more, true),
                    _ => (isEmpty ? null : AnyText.Instance, false),
                }
        );

    private object Money(Model model, IReadOnlyList<object> rows, AskedField asked)
    {
        var field = model.Fields.OfType<BudgetField>().First(one => one.Scope != BudgetScope.LedgerEntry);
        return NaiveObjects.Budget(
            rows.Aggregate(Balance.Zero, (sum, row) => sum + values.Money.Of(field, row, NaiveObjects.Moment(asked))),
            asked
        );
    }

    private object Aggregate(
        string type,
        IReadOnlyList<ModelField> fields,
        IReadOnlyList<object> rows,
        AskedField asked
    ) =>
        NaiveReads.Fields(
            asked.Below,
            selected =>
            {
                if (selected.Name == "__typename")
                    return ($"{type}Aggregate", true);
                if (fields.FirstOrDefault(one => one.Name == selected.Name) is not { } field)
                    return (Told.Of(rows.Count), true);
                if (!values.Allows(field.Access))
                {
                    errors.Add(NaiveChecks.NotAllowed);
                    return (null, false);
                }

                object told = field switch
                {
                    BudgetField budget => NaiveObjects.Budget(
                        rows.Aggregate(
                            Balance.Zero,
                            (sum, row) => sum + values.Money.Of(budget, row, NaiveObjects.Moment(selected))
                        ),
                        selected
                    ),
                    GroupField group => Aggregate(group.Type.Name, group.Fields, rows, selected),
                    _ => NaiveReads.Fields(
                        selected.Below,
                        function =>
                            function.Name == "__typename"
                                ? (NaiveFigures.Type(field), true)
                                : (Told.Of(figures.Of(field, function.Name, rows)), false)
                    ),
                };
                return (told, true);
            }
        );

    private object Groups(Model model, IReadOnlyList<object> rows, AskedField asked)
    {
        var keys = ((GivenList)asked.Argument("by")!)
            .Items.Select(item => ((EnumWord)((GivenValue)item).Value!).Word)
            .Select(name => model.GroupKeys.First(key => key.Name == name))
            .ToList();
        var (having, order) = (asked.Argument("having"), asked.Argument("order"));
        var checks = new NaiveChecks(values).Having(having, model.Fields).Order(Figures(order), model.Fields);
        if (keys.Exists(key => !values.Allows(key.Access)))
            checks.Codes.Add(NaiveChecks.NotAllowed);
        if (checks.Codes.Count > 0)
            return Refused(checks);
        var groups = new NaiveGroups(values, figures);
        return List(
            groups
                .Of(rows, model, keys, having, order)
                .Take(asked.Argument<int>("first") is > 0 and var first ? first : 100)
                .Select(group =>
                    NaiveReads.Fields(
                        asked.Below,
                        field =>
                            field.Name switch
                            {
                                "__typename" => (model.GroupName, true),
                                "key" => (Key(model, keys, group, field), true),
                                "label" => (groups.Label(keys, group), false),
                                _ => (Aggregate(model.Name, model.Fields, group.Rows, field), true),
                            }
                    )
                )
        );
    }

    /// <summary>Of an order of groups what names fields of the rows.</summary>
    private static GivenList? Figures(Given? order) =>
        order is null
            ? null
            : new GivenList(
                order.Type,
                [
                    .. NaiveOrder
                        .Items(order)
                        .Cast<GivenObject>()
                        .Select(entry =>
                            entry with
                            {
                                Members =
                                [
                                    .. entry
                                        .Members.Where(member => member.Value is GivenObject)
                                        .Select(member => (member.Name, (Given)new GivenObject(member.Value.Type, []))),
                                ],
                            }
                        ),
                ]
            );

    private object Key(Model model, List<GroupKey> keys, NaiveGroup group, AskedField asked) =>
        NaiveReads.Fields(
            asked.Below,
            selected =>
            {
                if (selected.Name == "__typename")
                    return ($"{model.Name}GroupKeyValues", true);
                var at = keys.FindIndex(key => NameOf(key) == selected.Name);
                if (at < 0)
                    return (null, false);
                if (keys[at].Node is not { } node)
                    return (Told.Of(group.Keys[at]), false);
                var row = values.Rows.Find(node, (Guid?)group.Keys[at]);
                return (
                    row is not null && values.Seen.Sees(row)
                        ? objects.Row(values.Models.For(node), row, selected.Below)
                        : null,
                    false
                );
            }
        );

    /// <summary>OFFICE_KIND is told by officeKind.</summary>
    public static string NameOf(GroupKey key)
    {
        var words = key.Name.ToLowerInvariant().Split('_');
        return string.Concat(words.Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}

/// <summary>Some text: cursors are opaque, and which they are the walks through pages test.</summary>
internal sealed class AnyText
{
    public static readonly AnyText Instance = new();
}
