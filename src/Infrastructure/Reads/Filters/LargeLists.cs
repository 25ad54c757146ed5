using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Of models with very many rows, refuses what would have to look at each: pages sorted or filtered by what has no index, and sums that
/// no totals are kept of, unless a condition says whose rows they are or keeps to a few months.
/// </summary>
internal sealed class LargeLists(ReadContext context)
{
    /// <summary>A range of dates may be as long as a quarter.</summary>
    private const int MostDays = 92;

    /// <summary>Of a page of all rows.</summary>
    /// <returns>What is left to check of a request's values.</returns>
    public IReadOnlyList<Action<ReadRequest>> CheckPage(Model model, Input? where, Input? order)
    {
        if (!model.IsLarge && !model.IsLong)
            return [];
        if (Sorted(order) is { } sorted && Find(model, sorted) is not { IsSortedByIndex: true })
            return Bound(model, where, () => Refusal(model, "order", "sorted", sorted, field => field.IsSortedByIndex));
        return
            model.IsLarge
            && Filtered(where).FirstOrDefault(name => Find(model, name) is not { IsIndexed: true }) is { } filtered
            ? Bound(model, where, () => Refusal(model, "where", "filtered", filtered, field => field.IsIndexed))
            : [];
    }

    /// <summary>Of a condition on all rows, once it is compiled: whether it takes long over all rows.</summary>
    /// <returns>What is left to check of a request's values.</returns>
    public IReadOnlyList<Action<ReadRequest>> CheckCondition(Model model, Input? where, SqlWriter sql) =>
        (sql.Slow ?? BudgetOfMany(model, where)) is { } field
            ? Bound(
                model,
                where,
                () =>
                    new QueryRefusedException(
                        "UNBOUNDED_LIST",
                        "where",
                        $"all {model.Plural} cannot be filtered by {field} like this, only beside {Beside(model)}."
                    )
            )
            : [];

    private static string? BudgetOfMany(Model model, Input? where) =>
        model.IsLong ? Filtered(where).FirstOrDefault(name => model.Find(name) is BudgetField) : null;

    /// <summary>Of counts, sums and groups over all rows, which no kept totals tell.</summary>
    /// <returns>What is left to check of a request's values.</returns>
    public IReadOnlyList<Action<ReadRequest>> CheckSums(Model model, Input? where) =>
        Rollup.Of(model.Row) is { Count: > 0 } totals ? Bound(model, where, () => Refusal(model, totals)) : [];

    private static QueryRefusedException Refusal(
        Model model,
        string argument,
        string what,
        string field,
        Predicate<ValueField> isOffered
    )
    {
        var offered = string.Join(
            ", ",
            model.Fields.OfType<ValueField>().Where(one => isOffered(one)).Select(one => one.Name)
        );
        return new QueryRefusedException(
            "UNBOUNDED_LIST",
            argument,
            $"pages of all {model.Plural} can be {what} by {offered}; by {field} only beside {Beside(model)}."
        );
    }

    private static QueryRefusedException Refusal(Model model, IReadOnlyList<Rollup> totals)
    {
        var members = totals.SelectMany(one => one.Columns.Keys).ToHashSet();
        var kept = model.Fields.Where(field => members.Contains(MemberOf(field))).Select(field => field.Name);
        var months = totals.SelectMany(one => one.Months.Keys).ToHashSet();
        var dates = model.Fields.Where(field => months.Contains(MemberOf(field))).Select(field => field.Name);
        return new QueryRefusedException(
            "UNBOUNDED_LIST",
            "where",
            $"of all {model.Plural}, only count and the sum and avg of amount are kept, filtered and grouped by {string.Join(", ", kept)}, "
                + $"and grouped by the months of {string.Join(", ", dates)}; anything else only beside {Beside(model)}."
        );
    }

    private static string MemberOf(ModelField field) =>
        (
            field switch
            {
                ValueField value => value.Path,
                OneField one => one.Key,
                _ => null,
            }
        )?.ToString() ?? "";

    private static string Beside(Model model)
    {
        const string Rows = "a condition (eq or in) on an id or an office's code";
        var dates = string.Join(", ", model.Fields.OfType<ValueField>().Where(IsDate).Select(field => field.Name));
        return dates.Length == 0 ? Rows : $"{Rows}, or a range (gte and lte) of at most {MostDays} days of {dates}";
    }

    private IReadOnlyList<Action<ReadRequest>> Bound(Model model, Input? where, Func<QueryRefusedException> refusal)
    {
        List<ObjectInput> ranges = [];
        if (IsBounded(where, model, ranges))
            return [];
        if (ranges.Count == 0)
            throw refusal();
        return
        [
            request =>
            {
                if (!ranges.Exists(range => DaysOf(range, request) <= MostDays))
                    throw refusal();
            },
        ];
    }

    /// <summary>Whether a condition leaves few rows: they have an id in common, or what a row is looked up by.</summary>
    /// <param name="ranges">Conditions on dates, which leave few rows where the dates are near each other.</param>
    private bool IsBounded(Input? where, Model model, List<ObjectInput> ranges)
    {
        if (where is not ObjectInput given)
            return false;
        var isBounded = false;
        foreach (var (name, value) in given.Members)
        {
            if (name == "and")
            {
                foreach (var inner in ValueConditions.Items(value))
                    isBounded |= IsBounded(inner, model, ranges);
            }
            else if (name != "or" && model.Find(name) is { } field)
            {
                if (field is OneField one)
                    isBounded |= IsBounded(value, context.Model(one.Row), ranges);
                else if (
                    field is ValueField { Type.IsEnum: false } stored
                    && (stored.IsIndexed || IsName(stored, model))
                )
                    isBounded |= NamesRows(value);
                if (field is ValueField date && IsDate(date) && value is ObjectInput range)
                    ranges.Add(range);
            }
        }

        return isBounded;
    }

    private static bool IsDate(ValueField field) =>
        field.IsIndexed && (field.Type == typeof(DateOnly) || field.Type == typeof(DateTimeOffset));

    /// <summary>How many days a range has; of one that has no end, until today.</summary>
    private static int DaysOf(ObjectInput range, ReadRequest request)
    {
        var from = End("gt", "gte");
        var to = End("lt", "lte") ?? request.Today;
        return from is { } first ? to.DayNumber - first.DayNumber : int.MaxValue;

        DateOnly? End(params string[] operations) =>
            range
                .Members.Where(operation => operations.Contains(operation.Key))
                .Select(operation => (operation.Value as ScalarInput)?.Bind(request))
                .Select(value =>
                    value switch
                    {
                        DateOnly day => day,
                        DateTimeOffset moment => ThaiDay.Of(moment),
                        _ => (DateOnly?)null,
                    }
                )
                .FirstOrDefault(day => day is not null);
    }

    private static bool IsName(ValueField field, Model model) =>
        field.NodeType is not null
        || model
            .Roots.OfType<RootLookup>()
            .Any(root => root.Keys is [var key] && key.Member.ToString() == field.Path?.ToString());

    private static bool NamesRows(Input operations) =>
        operations is ObjectInput given
        && given.Members.Any(operation =>
            operation is { Key: "eq", Value: ScalarInput { IsNull: false } } or { Key: "in", Value: ListInput }
        );

    private static ValueField? Find(Model model, string name) => model.Find(name) as ValueField;

    /// <summary>What counts first in an order.</summary>
    private static string? Sorted(Input? order) =>
        ValueConditions
            .Items(order ?? ScalarInput.Null)
            .OfType<ObjectInput>()
            .SelectMany(entry => entry.Members)
            .FirstOrDefault(member => Conditions.IsGiven(member.Value))
            .Key;

    private static IEnumerable<string> Filtered(Input? where) =>
        where is not ObjectInput given
            ? []
            : given
                .Members.Where(member => Conditions.IsGiven(member.Value))
                .SelectMany(member =>
                    member.Key is "and" or "or"
                        ? ValueConditions.Items(member.Value).SelectMany(Filtered)
                        : [member.Key]
                );
}
