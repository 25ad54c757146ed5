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

    /// <summary>The most ids or codes of related rows that restrict a list: the offices of a few provinces.</summary>
    private const int MaxKeys = 20;

    /// <summary>
    /// How a page of the list of all rows is found. Few rows, which an id, a code or a short range of dates fixes, are found
    /// first. Of many, a page that is filtered by another field than it is sorted by may be near or far. The ledger is only
    /// filtered by what its indexes have, and the rows of views have no table.
    /// </summary>
    public PageSearch SearchFor(Input? order, IReadOnlyList<OrderKey> keys) =>
        Restricting(where, model).Any(one => one.IsKey) || model.IsLarge && FilteredApart(order) is not null
            ? PageSearch.FoundFirst
        : !model.IsLarge && model.About.Count == 0 && keys is [{ IsByIndex: true }, ..] && Apart(order).Any()
            ? PageSearch.NearOrFar
        : PageSearch.InParts;

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
        else if (model.IsLarge && FilteredApart(order) is { } apart)
        {
            // Without its dates, PostgreSQL plans for a range that has a third of the table.
            statement.IsPlannedForValues = true;
            Bound(apart.IsSortedByIndex ? "order" : "where", () => NotTogether(apart));
        }
    }

    /// <summary>
    /// A field of the filter that has an index, but not the index that the page is read by. If all rows that match come
    /// late in the order, the page would read all others before them.
    /// </summary>
    private ValueField? FilteredApart(Input? order) =>
        Apart(order)
            .Select(Find)
            .OfType<ValueField>()
            .FirstOrDefault(field => field.NodeType is null && !field.Type.IsEnum);

    /// <summary>The fields of the filter other than the one that the list is sorted by first.</summary>
    private IEnumerable<string> Apart(Input? order)
    {
        var first = Sorted(order) ?? (model.DefaultOrder is [var member, ..] ? model.FieldOf(member)?.Name : "id");
        return Filtered(where).Where(name => name != first);
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

    private string NotTogether(ValueField filtered) =>
        filtered.IsSortedByIndex
            ? $"pages of all {model.Plural} that are filtered by {filtered.Name} can be sorted by {filtered.Name}; by another "
                + $"field first only together with {Restrictions}."
            : $"pages of all {model.Plural} can be filtered by {filtered.Name} like this only together with {Restrictions}.";

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
            var rows = $"a condition (eq, or in with at most {MaxKeys} values) on an id or an office code";
            var dates = Names(model.Fields.OfType<ValueField>().Where(IsDate));
            return dates.Length == 0 ? rows : $"{rows}, or a range (gte and lte) of at most {MaxDays} days of {dates}";
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
        List<Restriction> restrictions = [.. Restricting(where, model)];
        var text = message();
        if (restrictions.Count == 0)
            throw Refusal();
        statement.Checks.Add(request =>
        {
            if (!restrictions.Exists(one => one.Holds(request)))
                throw Refusal();
        });

        QueryRefusedException Refusal() => new("UNBOUNDED_LIST", argument, text);
    }

    /// <summary>
    /// The conditions of which each restricts the list to few rows: it fixes an id or another key by which a row is looked
    /// up, or a range of dates.
    /// </summary>
    private IEnumerable<Restriction> Restricting(Input? given, Model of) =>
        ((given as ObjectInput)?.Members ?? []).SelectMany(member =>
            member.Key == "and" ? ValueConditions.Items(member.Value).SelectMany(inner => Restricting(inner, of))
            : of.Find(member.Key) is OneField one ? Restricting(member.Value, statement.Context.Model(one.Row))
            : of.Find(member.Key) is ValueField field && member.Value is ObjectInput operations
                ? Restricting(field, of, operations)
            : []
        );

    private IEnumerable<Restriction> Restricting(ValueField field, Model of, ObjectInput operations)
    {
        if (IsKey(field, of))
        {
            var most =
                of != model ? MaxKeys
                : IsDate(field) ? MaxDays
                : FilterLimits.MaxValues;
            foreach (var (operation, operand) in operations.Members)
            {
                if (operation == "eq" && operand is ScalarInput { IsNull: false })
                    yield return new Restriction(IsKey: true, _ => true);
                else if (operation == "in" && operand is ListInput list)
                    yield return new Restriction(IsKey: true, request => Count(list, request) <= most);
            }
        }

        if (IsDate(field) && (of == model || !model.IsLarge))
            yield return new Restriction(IsKey: false, request => DaysOf(operations, request) <= MaxDays);
    }

    /// <summary>
    /// Whether few rows of the list have the same value of a field. An index alone does not tell: a million entries can
    /// belong to activities of one fiscal year. In the ledger, only a few entries share a reference, a day or a time.
    /// </summary>
    private bool IsKey(ValueField field, Model of) =>
        !field.Type.IsEnum
        && (
            field.IsIndexed && of == model && model.IsLarge
            || field.NodeType is not null
            || of.Roots.OfType<RootLookup>()
                .Any(root => root.Keys is [var key] && key.Member.ToString() == field.Path?.ToString())
        );

    private static int Count(ListInput list, ReadRequest request) =>
        list.Bind?.Invoke(request).Count() ?? list.Items.Count;

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

    /// <summary>A condition that restricts a list to few rows.</summary>
    /// <param name="IsKey">Whether it fixes the rows themselves, not a range of them.</param>
    /// <param name="Holds">Whether it does so with the values of a request.</param>
    private sealed record Restriction(bool IsKey, Func<ReadRequest, bool> Holds);
}
