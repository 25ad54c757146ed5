using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;
using ModelSet = TeacherDevPlan.Application.Common.Models.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Queries of a model that show each kind of statement, made of its first fields of each kind.</summary>
internal sealed class RepresentativeQueries(ModelSet models, Model model)
{
    private readonly bool isOpen = model.Roots.All(root => root.Access.IsOpen);

    /// <summary>Each with who asks it.</summary>
    public IEnumerable<(string Caller, string Query)> All()
    {
        var caller =
            model.Row.Namespace == typeof(Person).Namespace
            || model.Row.Namespace == typeof(NeedsRound).Namespace
            || model.Row.Namespace == typeof(Offering).Namespace
            || model.Row.Namespace == typeof(Committee).Namespace
            || model.Row.Namespace == typeof(Certificate).Namespace
                ? "development officer"
            : !isOpen ? "administrator"
            : "budget officer";
        foreach (var root in model.Roots)
        {
            if (root is RootLookup lookup)
                yield return (
                    lookup.Own is not null ? "member of staff"
                    : isOpen ? "nobody"
                    : caller,
                    Lookup(lookup)
                );
            else
            {
                if (isOpen)
                    yield return ("nobody", List(root));
                yield return (caller, List(root));
                if (model.GroupKeys.Count > 0)
                    yield return (caller, Groups(root));
            }
        }

        foreach (var key in model.Row == typeof(Project) ? (string[])["number: ASC", "venue: DESC"] : [])
            yield return ("nobody", FilteredApart(key));
    }

    /// <summary>A page that is looked for near the start, and then among all that match.</summary>
    private static string FilteredApart(string key) =>
        $"{{ projects(where: {{ kpis: {{ some: {{ number: {{ eq: \"1\" }} }} }} }}, order: [{{ {key} }}], first: 20) {{ nodes {{ id }} }} }}";

    private string List(RootField root) =>
        $"{{ {root.Name}(where: {{ {Filter()} }}, order: [{Order()}], first: 20) {{ totalCount nodes {{ {Fields(model)} {Below()} }} }} }}";

    private string Lookup(RootLookup root)
    {
        var arguments = root.Keys.Select(key =>
            $"{key.Argument}: {(
                key.Member.Type == typeof(Guid) ? $"\"{new Application.Common.Querying.NodeId(model.Name, Guid.Empty)}\""
                : key.Member.Type == typeof(int) ? "2566"
                : "\"TH-43-P2\""
            )}"
        );
        var given = root.Keys.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
        return $"{{ {root.Name}{given} {{ {Fields(model)} {Below()} }} }}";
    }

    private string Groups(RootField root)
    {
        var by = string.Join(
            ", ",
            model
                .GroupKeys.Where(Allows)
                .Take(1)
                .Concat(model.GroupKeys.Where(Allows).TakeLast(1))
                .Select(key => key.Name)
                .Distinct()
        );
        return $"{{ {root.Name} {{ groups(by: [{by}], having: {{ count: {{ gt: 1 }} }}, order: [{{ count: DESC }}], first: 10) {{ label aggregate {{ count }} }} }} }}";
    }

    private bool Allows(GroupKey key) => !isOpen || key.Access.IsOpen;

    private bool IsUsed(ModelField field) => (!isOpen || field.Access.IsOpen) && field.IsFiltered;

    /// <summary>One condition of each kind.</summary>
    private string Filter()
    {
        var kinds = new List<string?>
        {
            model.IsLarge || model.IsLong || model.Row == typeof(PeopleFigure)
                ? $"id: {{ in: [\"{new Application.Common.Querying.NodeId(model.Name, Guid.Empty)}\"] }}"
                : null,
            First<ValueField>(
                field => field is { NodeType: null, IsList: false } && field.Type == typeof(string),
                "contains: \"ครู\""
            ),
            First<ValueField>(field => field is { IsList: false, Type.IsEnum: true }, null),
            First<ValueField>(field => field.Type == typeof(decimal) || field.Type == typeof(int), "gte: 1"),
            First<OneField>(field => Filtered(field.Row), "id: { eq: null }"),
            First<ManyField>(field => field.Shape == ManyShape.List && Text(field.Row) is not null, null),
            First<PageField>(field => field.Access.IsOpen, "any: true"),
            First<BudgetField>(_ => true, "available: { lt: 1000 }"),
        };
        return string.Join(", ", kinds.OfType<string>());
    }

    private bool Filtered(Type row) => models.For(row).IsNode;

    private string? Text(Type row) =>
        models
            .For(row)
            .Fields.OfType<ValueField>()
            .FirstOrDefault(field =>
                field is { NodeType: null, IsList: false, IsFiltered: true } && field.Type == typeof(string)
            )
            ?.Name;

    private string? First<T>(Func<T, bool> which, string? condition)
        where T : ModelField
    {
        if (model.Fields.OfType<T>().FirstOrDefault(field => IsUsed(field) && which(field)) is not { } found)
            return null;
        condition ??= found switch
        {
            ValueField value =>
                $"in: [{EnumText.ToScreamingSnake(Enum.GetNames(value.Type)[0])}{(value.IsNullable ? ", null" : "")}]",
            RelatedField many => $"all: {{ {Text(many.Row)}: {{ neq: \"x\" }} }}",
            _ => "",
        };
        return $"{found.Name}: {{ {condition} }}";
    }

    private string Order() =>
        string.Join(
            ", ",
            model
                .Fields.OfType<ValueField>()
                .Where(field =>
                    field is { IsSorted: true, NodeType: null, IsList: false } && (!isOpen || field.Access.IsOpen)
                )
                .OrderBy(field => field.IsNullable ? 0 : 1)
                .Take(2)
                .Select((field, i) => $"{{ {field.Name}: {(i == 0 ? "DESC" : "ASC")} }}")
        );

    private string Fields(Model of) =>
        string.Join(
            ' ',
            of.Fields.OfType<ValueField>()
                .Where(field => !isOpen || field.Access.IsOpen)
                .Take(3)
                .Select(field => field.Name)
                .DefaultIfEmpty("__typename")
        );

    /// <summary>One related row, one list, one page.</summary>
    private string Below()
    {
        var one = model
            .Fields.OfType<OneField>()
            .Where(field => field.Access.IsOpen)
            .Take(1)
            .Select(field => $"{field.Name} {{ {Fields(models.For(field.Row))} }}");
        var many = model
            .Fields.OfType<ManyField>()
            .Where(field => field is { Shape: ManyShape.List, Years: null } && field.Access.IsOpen)
            .Take(1)
            .Select(field => $"{field.Name} {{ {Fields(models.For(field.Row))} }}");
        var page = model
            .Fields.OfType<PageField>()
            .Where(field => field.Access.IsOpen)
            .Take(1)
            .Select(field => $"{field.Name}(first: 3) {{ totalCount nodes {{ {Fields(models.For(field.Row))} }} }}");
        return string.Join(' ', one.Concat(many).Concat(page));
    }
}
