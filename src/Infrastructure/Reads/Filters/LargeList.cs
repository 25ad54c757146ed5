using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Refuses queries that would scan a very large table: pages sorted or filtered by a field without an index, and sums
/// for which there are no kept totals. They are allowed if another condition restricts the list to few rows: a
/// condition on an id or a code, or a short range of dates, which is only known when the statement is sent.
/// </summary>
internal sealed class LargeList(Statement statement, Model model, Input? where)
{
    /// <summary>The longest range of dates that restricts a list: a month.</summary>
    private const int MaxDays = 31;

    /// <summary>Whether a condition fixes an id or a code, so that only few rows match.</summary>
    public bool IsBounded => Restricts(where, model, []);

    /// <summary>Checks a page of the list of all rows.</summary>
    public void CheckPage(Input? order)
    {
        if (!model.IsLarge && !model.IsLong)
            return;
        if (Sorted(order) is { } sorted && Find(sorted) is not { IsSortedByIndex: true })
            Bound("order", () => NotOffered("sorted", sorted, field => field.IsSortedByIndex));
        else if (
            model.IsLarge
            && Filtered(where).FirstOrDefault(name => Find(name) is not { IsIndexed: true }) is { } filtered
        )
            Bound("where", () => NotOffered("filtered", filtered, field => field.IsIndexed));
    }

    /// <summary>Checks a condition on all rows, after it was compiled: it must not be slow.</summary>
    public void CheckCondition()
    {
        var budget = model.IsLong ? Filtered(where).FirstOrDefault(name => model.Find(name) is BudgetField) : null;
        if ((statement.SlowField ?? budget) is { } field)
            Bound(
                "where",
                () => $"all {model.Plural} can be filtered by {field} like this only together with {Restrictions}."
            );
    }

    /// <summary>Checks counts, sums and groups over all rows that kept totals do not have.</summary>
    public void CheckSums()
    {
        if (Rollup.Of(model.Row) is { Count: > 0 } totals)
            Bound("where", () => NotKept(totals));
    }

    private string NotOffered(string what, string field, Predicate<ValueField> isOffered)
    {
        var offered = Names(model.Fields.OfType<ValueField>().Where(one => isOffered(one)));
        return $"pages of all {model.Plural} can be {what} by {offered}; by {field} only together with {Restrictions}.";
    }

    private string NotKept(IReadOnlyList<Rollup> totals)
    {
        var kept = Names(model.Fields.Where(field => totals.Any(one => one.Columns.ContainsKey(MemberOf(field)))));
        var dates = Names(model.Fields.Where(field => totals.Any(one => one.Months.ContainsKey(MemberOf(field)))));
        return $"of all {model.Plural}, only count and the sum and avg of amount are available, filtered and grouped by "
            + $"{kept}, and grouped by the months of {dates}; anything else requires {Restrictions}.";
    }

    /// <summary>The conditions that restrict a list to few rows, as error messages name them.</summary>
    private string Restrictions
    {
        get
        {
            const string Rows = "a condition (eq or in) on an id or an office code";
            var dates = Names(model.Fields.OfType<ValueField>().Where(IsDate));
            return dates.Length == 0 ? Rows : $"{Rows}, or a range (gte and lte) of at most {MaxDays} days of {dates}";
        }
    }

    private static string Names(IEnumerable<ModelField> fields) =>
        string.Join(", ", fields.Select(field => field.Name));

    private static string MemberOf(ModelField field) =>
        (
            field switch
            {
                ValueField value => value.Path,
                OneField one => one.Key,
                _ => null,
            }
        )?.ToString() ?? "";

    /// <summary>Refuses the list unless a condition restricts it to few rows.</summary>
    private void Bound(string argument, Func<string> message)
    {
        List<ObjectInput> ranges = [];
        if (Restricts(where, model, ranges))
            return;
        var text = message();
        if (ranges.Count == 0)
            throw Refusal();
        statement.Checks.Add(request =>
        {
            if (!ranges.Exists(range => DaysOf(range, request) <= MaxDays))
                throw Refusal();
        });

        QueryRefusedException Refusal() => new("UNBOUNDED_LIST", argument, text);
    }

    /// <summary>
    /// Whether a condition restricts the list to few rows: it fixes an id, or another key by which a row is looked up.
    /// </summary>
    /// <param name="ranges">Receives the conditions on dates, which restrict the list if the range is short.</param>
    private bool Restricts(Input? given, Model of, List<ObjectInput> ranges)
    {
        var isBounded = false;
        foreach (var (name, value) in (given as ObjectInput)?.Members ?? [])
        {
            if (name == "and")
            {
                foreach (var inner in ValueConditions.Items(value))
                    isBounded |= Restricts(inner, of, ranges);
            }
            else if (of.Find(name) is OneField one)
                isBounded |= Restricts(value, statement.Context.Model(one.Row), ranges);
            else if (of.Find(name) is ValueField field && value is ObjectInput operations)
            {
                isBounded |= IsKey(field, of) && operations.Members.Any(IsLookup);
                if (IsDate(field))
                    ranges.Add(operations);
            }
        }

        return isBounded;
    }

    /// <summary>Whether few rows have the same value of a field.</summary>
    private static bool IsKey(ValueField field, Model of) =>
        !field.Type.IsEnum
        && (
            field.IsIndexed
            || field.NodeType is not null
            || of.Roots.OfType<RootLookup>()
                .Any(root => root.Keys is [var key] && key.Member.ToString() == field.Path?.ToString())
        );

    private static bool IsLookup(KeyValuePair<string, Input> operation) =>
        operation is { Key: "eq", Value: ScalarInput { IsNull: false } } or { Key: "in", Value: ListInput };

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

    private ValueField? Find(string name) => model.Find(name) as ValueField;

    /// <summary>The first key of an order.</summary>
    private static string? Sorted(Input? order) =>
        ValueConditions
            .Items(order)
            .SelectMany(entry => entry.Members)
            .FirstOrDefault(member => Conditions.IsGiven(member.Value))
            .Key;

    private static IEnumerable<string> Filtered(Input? where) =>
        ((where as ObjectInput)?.Members ?? [])
            .Where(member => Conditions.IsGiven(member.Value))
            .SelectMany(member =>
                member.Key is "and" or "or" ? ValueConditions.Items(member.Value).SelectMany(Filtered) : [member.Key]
            );
}
