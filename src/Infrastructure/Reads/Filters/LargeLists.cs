using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Refuses queries that would scan a very large table: pages sorted or filtered by a field without an index, and sums
/// for which there are no kept totals. They are allowed if another condition restricts the list to few rows: a
/// condition on an id or a code, or a short range of dates.
/// </summary>
internal sealed class LargeLists(ReadContext context)
{
    /// <summary>The longest range of dates that restricts a list: a month.</summary>
    private const int MaxDays = 31;

    /// <summary>Checks a page of the list of all rows.</summary>
    /// <returns>Checks that depend on the values of a request.</returns>
    public IReadOnlyList<Action<ReadRequest>> CheckPage(Model model, Input? where, Input? order)
    {
        if (!model.IsLarge && !model.IsLong)
            return [];
        if (Sorted(order) is { } sorted && Find(model, sorted) is not { IsSortedByIndex: true })
            return Bounded(
                model,
                where,
                () => Refusal(model, "order", "sorted", sorted, field => field.IsSortedByIndex)
            );
        return
            model.IsLarge
            && Filtered(where).FirstOrDefault(name => Find(model, name) is not { IsIndexed: true }) is { } filtered
            ? Bounded(model, where, () => Refusal(model, "where", "filtered", filtered, field => field.IsIndexed))
            : [];
    }

    /// <summary>Checks a condition on all rows, after it was compiled: it must not be slow.</summary>
    /// <returns>Checks that depend on the values of a request.</returns>
    public IReadOnlyList<Action<ReadRequest>> CheckCondition(Model model, Input? where, SqlWriter sql) =>
        (sql.SlowField ?? BudgetOfMany(model, where)) is { } field
            ? Bounded(
                model,
                where,
                () =>
                    new QueryRefusedException(
                        "UNBOUNDED_LIST",
                        "where",
                        $"all {model.Plural} can be filtered by {field} like this only together with {Restrictions(model)}."
                    )
            )
            : [];

    private static string? BudgetOfMany(Model model, Input? where) =>
        model.IsLong ? Filtered(where).FirstOrDefault(name => model.Find(name) is BudgetField) : null;

    /// <summary>Checks counts, sums and groups over all rows that kept totals do not have.</summary>
    /// <returns>Checks that depend on the values of a request.</returns>
    public IReadOnlyList<Action<ReadRequest>> CheckSums(Model model, Input? where) =>
        Rollup.Of(model.Row) is { Count: > 0 } totals ? Bounded(model, where, () => Refusal(model, totals)) : [];

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
            $"pages of all {model.Plural} can be {what} by {offered}; by {field} only together with {Restrictions(model)}."
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
            $"of all {model.Plural}, only count and the sum and avg of amount are available, filtered and grouped by "
                + $"{string.Join(", ", kept)}, and grouped by the months of {string.Join(", ", dates)}; "
                + $"anything else requires {Restrictions(model)}."
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

    /// <summary>The conditions that restrict a list to few rows, as error messages name them.</summary>
    private static string Restrictions(Model model)
    {
        const string Rows = "a condition (eq or in) on an id or an office code";
        var dates = string.Join(", ", model.Fields.OfType<ValueField>().Where(IsDate).Select(field => field.Name));
        return dates.Length == 0 ? Rows : $"{Rows}, or a range (gte and lte) of at most {MaxDays} days of {dates}";
    }

    /// <summary>Whether a condition fixes an id or a code, so that only few rows match.</summary>
    public bool IsBounded(Model model, Input? where) => IsBounded(where, model, []);

    private IReadOnlyList<Action<ReadRequest>> Bounded(Model model, Input? where, Func<QueryRefusedException> refusal)
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
                if (!ranges.Exists(range => DaysOf(range, request) <= MaxDays))
                    throw refusal();
            },
        ];
    }

    /// <summary>
    /// Whether a condition restricts the list to few rows: it fixes an id, or another key by which a row is looked up.
    /// </summary>
    /// <param name="ranges">Receives the conditions on dates, which restrict the list if the range is short.</param>
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
                    && (stored.IsIndexed || IsLookupKey(stored, model))
                )
                    isBounded |= IsLookup(value);
                if (field is ValueField date && IsDate(date) && value is ObjectInput range)
                    ranges.Add(range);
            }
        }

        return isBounded;
    }

    private static bool IsDate(ValueField field) =>
        field.IsIndexed && (field.Type == typeof(DateOnly) || field.Type == typeof(DateTimeOffset));

    /// <summary>The number of days in a range. A range without an end lasts until today.</summary>
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

    private static bool IsLookupKey(ValueField field, Model model) =>
        field.NodeType is not null
        || model
            .Roots.OfType<RootLookup>()
            .Any(root => root.Keys is [var key] && key.Member.ToString() == field.Path?.ToString());

    private static bool IsLookup(Input operations) =>
        operations is ObjectInput given
        && given.Members.Any(operation =>
            operation is { Key: "eq", Value: ScalarInput { IsNull: false } } or { Key: "in", Value: ListInput }
        );

    private static ValueField? Find(Model model, string name) => model.Find(name) as ValueField;

    /// <summary>The first key of an order.</summary>
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
