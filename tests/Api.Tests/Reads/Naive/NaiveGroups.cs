using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Rows that have the values of some keys in common.</summary>
internal sealed record NaiveGroup(IReadOnlyList<object?> Keys, IReadOnlyList<object> Rows);

/// <summary>Makes, keeps and sorts groups.</summary>
internal sealed class NaiveGroups(NaiveValues values, NaiveFigures figures)
{
    public IEnumerable<NaiveGroup> Of(
        IEnumerable<object> rows,
        Model model,
        IReadOnlyList<GroupKey> keys,
        Given? having,
        Given? order
    )
    {
        var groups = rows.GroupBy(
                row => string.Join('|', keys.Select(key => Told.Of(Value(key, row)) ?? "␀")),
                (_, members) => members.ToList()
            )
            .Select(members => new NaiveGroup([.. keys.Select(key => Value(key, members[0]))], members))
            .Where(group => having is null || Keep(having, model.Fields, group) != false)
            .ToList();
        var sorts = NaiveOrder.Items(order).SelectMany(entry => Sorts((GivenObject)entry, model.Fields, keys)).ToList();
        groups.Sort(
            (left, right) =>
            {
                foreach (var (value, descending) in sorts)
                {
                    if (Compare(value(left), value(right), descending) is not 0 and var differs)
                        return differs;
                }

                return Compare(left.Keys, right.Keys, false);
            }
        );
        return groups;
    }

    /// <summary>What a person calls the group: the labels of its keys.</summary>
    public string? Label(IReadOnlyList<GroupKey> keys, NaiveGroup group)
    {
        List<string> labels = [.. keys.Select((key, i) => Label(key, group, i)).OfType<string>()];
        return labels.Count == 0 ? null : string.Join(" · ", labels);
    }

    private string? Label(GroupKey key, NaiveGroup group, int at)
    {
        if (key.Label is null)
        {
            return group.Keys[at] switch
            {
                null => null,
                bool yes => yes ? "true" : "false",
                var value => Told.Of(value)!.ToString(),
            };
        }

        var labels = group.Rows.Select(row => values.Seen.Value(key.Label, row)).OfType<string>().ToList();
        labels.Sort(values.Rows.Ranks.Compare);
        return labels.FirstOrDefault();
    }

    private object? Value(GroupKey key, object row)
    {
        if (key.Computed is not null)
            return values.Of((ValueField)key.Field!, row);
        var value = values.Seen.Value(key.Value!, row);
        if (key.Part == DatePart.None || value is null)
            return value;
        var day = value is DateTimeOffset moment ? ThaiDay.Of(moment) : (DateOnly)value;
        var year = FiscalYear.Of(day);
        return key.Part switch
        {
            DatePart.FiscalYear => year.Number,
            DatePart.Quarter => year.QuarterOf(day),
            _ => new DateOnly(day.Year, day.Month, 1),
        };
    }

    private bool? Keep(Given having, IReadOnlyList<ModelField> fields, NaiveGroup group) =>
        NaiveOperations.Combine(
            having,
            (name, value) =>
                value.IsAbsent ? null
                : fields.FirstOrDefault(field => field.Name == name) is not { } field
                    ? NaiveOperations.Keep(group.Rows.Count, value)
                : field is GroupField inner ? Keep(value, inner.Fields, group)
                : NaiveOperations.Combine(
                    value,
                    (function, operations) => NaiveOperations.Keep(figures.Of(field, function, group.Rows), operations)
                )
        );

    private IEnumerable<(Func<NaiveGroup, IReadOnlyList<object?>> Value, bool IsDescending)> Sorts(
        GivenObject entry,
        IReadOnlyList<ModelField> fields,
        IReadOnlyList<GroupKey> keys
    )
    {
        foreach (var (name, value) in entry.Members.Where(member => !member.Value.IsAbsent))
        {
            if (value is GivenValue)
            {
                Func<NaiveGroup, IReadOnlyList<object?>> by = name switch
                {
                    "key" => group => group.Keys,
                    "label" => group => [Label(keys, group)],
                    _ => group => [group.Rows.Count],
                };
                yield return (by, NaiveOrder.IsDescending(value));
                continue;
            }

            var field = fields.First(one => one.Name == name);
            foreach (var (function, direction) in Functions(field, (GivenObject)value))
                yield return (group => [function(group)], direction);
        }
    }

    private IEnumerable<(Func<NaiveGroup, object?>, bool)> Functions(ModelField field, GivenObject functions)
    {
        foreach (var (name, value) in functions.Members.Where(member => !member.Value.IsAbsent))
        {
            if (field is not GroupField inner)
                yield return (group => figures.Of(field, name, group.Rows), NaiveOrder.IsDescending(value));
            else
            {
                foreach (var one in Functions(inner.Fields.First(part => part.Name == name), (GivenObject)value))
                    yield return one;
            }
        }
    }

    private int Compare(IReadOnlyList<object?> left, IReadOnlyList<object?> right, bool descending)
    {
        for (var i = 0; i < left.Count; i++)
        {
            if (values.Compare(left[i], right[i], descending) is not 0 and var differs)
                return differs;
        }

        return 0;
    }
}
