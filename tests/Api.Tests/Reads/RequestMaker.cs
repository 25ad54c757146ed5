using GraphQL.Types;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using ModelSet = TeacherDevPlan.Application.Common.Models.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Makes requests of any shape that the models offer: lists, rows by key or id, and everything below them.</summary>
internal sealed class RequestMaker(
    ISchema schema,
    ModelSet models,
    ValuePool pool,
    InputMaker inputs,
    Random dice,
    Func<AccessRule, bool> allows
)
{
    private const int MostFields = 24;
    private const int MostDepth = 4;

    private int fields;
    private int names;

    public IReadOnlyList<Asked> Make()
    {
        (fields, names) = (0, 0);
        return [.. Enumerable.Range(0, dice.Next(4) == 0 ? 2 : 1).Select(_ => Root())];
    }

    /// <summary>A list of the root with nothing selected yet.</summary>
    public AskedField List(Model model, RootList list, IReadOnlyList<Asked> below) =>
        Named(list.Name) with
        {
            Arguments = [("where", inputs.Where(model)), ("order", inputs.Order(model))],
            Below = below,
        };

    /// <summary>What there is to begin with. The audit trail grows by being asked, so it is not.</summary>
    public static IEnumerable<(Model Model, RootField Root)> Roots(ModelSet models) =>
        models
            .All.SelectMany(model => model.Roots.Select(root => (model, root)))
            .Where(one => one.model.Name != "AuditRecord");

    private AskedField Root()
    {
        var roots = Roots(models).Where(one => dice.Next(30) == 0 || allows(one.Root.Access)).ToList();
        var (model, root) = roots[dice.Next(roots.Count)];
        if (dice.Next(8) == 0)
        {
            var node = models
                .Nodes.Values.Where(one => one.Name != "AuditRecord")
                .ElementAt(dice.Next(models.Nodes.Count - 1));
            return Named("node") with
            {
                Arguments = [("id", new GivenValue("ID!", pool.IdOf(node)))],
                Below = [new AskedField("__typename", "__typename"), new AskedFragment(null, node.Name, Row(node, 1))],
            };
        }

        if (root is RootList)
            return Connection(Named(root.Name), model, 1);
        var type = (schema.Query.Fields.Find(root.Name)!);
        return Named(root.Name) with
        {
            Arguments =
            [
                .. ((RootLookup)root).Keys.Select(key =>
                    (
                        key.Argument,
                        (Given)
                            new GivenValue(
                                type.Arguments!.Find(key.Argument)!.ResolvedType!.ToString()!,
                                key.Member.Type == typeof(Guid) ? pool.IdOf(model) : Key(model, key)
                            )
                    )
                ),
            ],
            Below = Row(model, 1),
        };
    }

    private object Key(Model model, LookupKey key)
    {
        var field = model.Find(key.Argument) ?? models.For(typeof(Domain.Offices.Office)).Find("code")!;
        return pool.Of(
            model.Find(key.Argument) is null ? models.For(typeof(Domain.Offices.Office)) : model,
            field,
            key.Member.Type
        );
    }

    private AskedField Named(string name) => new($"a{names++}", name);

    private List<Asked> Row(Model model, int depth) => Parts(model.Name, () => Field(model, model.Fields, depth));

    /// <summary>Some fields, alone, in fragments, twice.</summary>
    private List<Asked> Parts(string type, Func<AskedField?> field)
    {
        var parts = new List<Asked>();
        for (var i = 0; i < dice.Next(1, 5); i++)
        {
            if (fields++ < MostFields && field() is { } made)
                parts.Add(made with { If = If() });
            if (parts.Count > 0 && dice.Next(6) == 0)
                parts = [new AskedFragment(dice.Next(2) == 0 ? null : $"F{names++}", type, parts) { If = If() }];
        }

        if (parts.Count == 0 || dice.Next(6) == 0)
            parts.Add(new AskedField("__typename", "__typename"));
        return parts;
    }

    private AskedIf? If() =>
        dice.Next(10) > 0
            ? null
            : new AskedIf(dice.Next(2) == 0 ? "skip" : "include", dice.Next(2) == 0, dice.Next(2) == 0);

    private AskedField? Field(Model model, IReadOnlyList<ModelField> from, int depth)
    {
        var field = from[dice.Next(from.Count)];
        if (!allows(field.Access) && dice.Next(8) > 0)
            return null;
        var plain = new AskedField(field.Name, field.Name);
        switch (field)
        {
            case ValueField or LocalTextField:
                return dice.Next(4) == 0 ? Named(field.Name) : plain;
            case GroupField group:
                return plain with { Below = Parts(group.Type.Name, () => Field(model, group.Fields, depth)) };
            case BudgetField budget:
                return Budget(field.Name, budget.Scope != BudgetScope.LedgerEntry);
            case SourceField:
                return plain with { Below = Of("Source") };
            case NodeField:
                return plain with { Below = [new AskedField("__typename", "__typename"), new AskedField("id", "id")] };
            case RelatedField when depth >= MostDepth:
                return null;
            case OneField one:
                return plain with { Below = Row(models.For(one.Row), depth + 1) };
            case ManyField { Shape: ManyShape.Texts or ManyShape.FirstText }:
                return plain;
            case ManyField many:
                return Named(many.Name) with { Arguments = Many(many), Below = Row(models.For(many.Row), depth + 1) };
            case PageField page:
                return Connection(Named(page.Name), models.For(page.Row), depth + 1);
            default:
                return null;
        }
    }

    private List<(string, Given)> Many(ManyField field)
    {
        if (field.Years is not null)
            return [("fiscalYear", new GivenValue("Int!", 2564 + dice.Next(7)))];
        return field.TakesWhere && dice.Next(2) == 0 ? [("where", inputs.Where(models.For(field.Row)))] : [];
    }

    /// <summary>Money, now or at a moment at which something was recorded.</summary>
    private AskedField Budget(string name, bool takesMoment = true)
    {
        if (!takesMoment || dice.Next(3) > 0)
            return new AskedField(name, name) { Below = Budget() };
        var entry = models.For(typeof(LedgerEntry));
        var moment = pool.Of(entry, entry.Find("recordedAt")!, typeof(DateTimeOffset));
        return Named(name) with { Arguments = [("asOf", new GivenValue("DateTime", moment))], Below = Budget() };
    }

    private List<Asked> Budget()
    {
        var parts = Of("BudgetPosition", "quarters");
        if (dice.Next(4) == 0)
            parts.Add(new AskedField("quarters", "quarters") { Below = Of("QuarterBudget", "startsOn", "endsOn") });
        return parts;
    }

    /// <summary>Some fields of a type that are values.</summary>
    private List<Asked> Of(string type, params string[] without)
    {
        var all = ((IObjectGraphType)schema.AllTypes[type]!).Fields.Where(one => !without.Contains(one.Name)).ToList();
        return Parts(type, () => all[dice.Next(all.Count)].Name is var name ? new AskedField(name, name) : null);
    }

    private AskedField Connection(AskedField asked, Model model, int depth)
    {
        var arguments = new List<(string, Given)>();
        if (dice.Next(3) > 0)
            arguments.Add(("where", inputs.Where(model)));
        if (dice.Next(3) > 0 && model.IsSorted)
            arguments.Add(("order", inputs.Order(model)));
        if (dice.Next(4) > 0)
            arguments.Add(
                (dice.Next(2) == 0 ? "first" : "last", new GivenValue("Int", dice.Next(1, depth > 1 ? 5 : 12)))
            );
        return asked with
        {
            Arguments = arguments,
            Below = Parts($"{model.Plural}Connection", () => Member(model, depth)),
        };
    }

    private AskedField Member(Model model, int depth)
    {
        var isGrouped = model.GroupKeys.Count > 0;
        return dice.Next(isGrouped ? 8 : 5) switch
        {
            0 or 1 => new AskedField("nodes", "nodes") { Below = Row(model, depth) },
            2 => new AskedField("edges", "edges")
            {
                Below =
                [
                    new AskedField("node", "node") { Below = Row(model, depth) },
                    new AskedField("cursor", "cursor"),
                ],
            },
            3 => new AskedField("totalCount", "totalCount"),
            4 when model.HasListBudget => Budget("budget"),
            4 => new AskedField("pageInfo", "pageInfo") { Below = Of("PageInfo") },
            5 => new AskedField("aggregate", "aggregate") { Below = Aggregate($"{model.Name}Aggregate", model.Fields) },
            _ => Groups(model, depth),
        };
    }

    private List<Asked> Aggregate(string type, IReadOnlyList<ModelField> from)
    {
        var all = ((IObjectGraphType)schema.AllTypes[type]!).Fields.ToList();
        return Parts(
            type,
            () =>
            {
                var chosen = all[dice.Next(all.Count)];
                var kind = chosen.ResolvedType!.ToString()!.TrimEnd('!');
                var field = from.FirstOrDefault(one => one.Name == chosen.Name);
                if (field is not null && !allows(field.Access) && dice.Next(8) > 0)
                    return null;
                if (field is BudgetField)
                    return Budget(field.Name);
                return new AskedField(chosen.Name, chosen.Name)
                {
                    Below = field switch
                    {
                        GroupField group => Aggregate(kind, group.Fields),
                        null => [],
                        _ => Of(kind),
                    },
                };
            }
        );
    }

    private AskedField Groups(Model model, int depth)
    {
        var keys = model
            .GroupKeys.Where(key => allows(key.Access))
            .OrderBy(_ => dice.Next())
            .Take(dice.Next(1, 4))
            .ToList();
        if (keys.Count == 0)
            return new AskedField("totalCount", "totalCount");
        var by = new GivenList(
            $"[{model.Name}GroupKey!]!",
            [.. keys.Select(key => new GivenValue($"{model.Name}GroupKey!", new EnumWord(key.Name)))]
        );
        var arguments = new List<(string, Given)> { ("by", by) };
        if (dice.Next(3) == 0)
            arguments.Add(("having", inputs.Having(model)));
        if (dice.Next(2) == 0)
            arguments.Add(("order", inputs.GroupOrder(model)));
        if (dice.Next(2) == 0)
            arguments.Add(("first", new GivenValue("Int", dice.Next(1, 12))));
        return Named("groups") with
        {
            Arguments = arguments,
            Below = Parts(
                model.GroupName,
                () =>
                    dice.Next(3) switch
                    {
                        0 => new AskedField("label", "label"),
                        1 => new AskedField("aggregate", "aggregate")
                        {
                            Below = Aggregate($"{model.Name}Aggregate", model.Fields),
                        },
                        _ => new AskedField("key", "key") { Below = Keys(model, depth) },
                    }
            ),
        };
    }

    private List<Asked> Keys(Model model, int depth) =>
        Parts(
            $"{model.Name}GroupKeyValues",
            () =>
            {
                var key = model.GroupKeys[dice.Next(model.GroupKeys.Count)];
                if (!allows(key.Access))
                    return null;
                var asked = new AskedField(NaiveLists.NameOf(key), NaiveLists.NameOf(key));
                return key.Node is null
                    ? asked
                    : asked with
                    {
                        Below = Row(models.For(key.Node), Math.Max(depth + 1, MostDepth - 1)),
                    };
            }
        );
}
