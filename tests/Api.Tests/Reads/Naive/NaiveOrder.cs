using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Sorts rows as an <c>order</c> argument says: keys in the order in which they are written, and the id at last, in the direction of the last key.</summary>
internal sealed class NaiveOrder(NaiveValues values)
{
    public IReadOnlyList<object> Sort(IEnumerable<object> rows, Model model, Given? order)
    {
        var keys = Items(order).SelectMany(entry => Keys(entry, model.Fields, row => row)).ToList();
        var sorted = rows.Select(row => (Row: row, Keys: keys.ConvertAll(key => key.Value(row)))).ToList();
        values.Rows.Ranks.Rank(sorted.SelectMany(one => one.Keys).OfType<string>());
        sorted.Sort(
            (left, right) =>
            {
                for (var i = 0; i < keys.Count; i++)
                {
                    if (values.Compare(left.Keys[i], right.Keys[i], keys[i].IsDescending) is not 0 and var differs)
                        return differs;
                }

                return keys.Count == 0
                    ? values.Compare(model.DefaultOrder, left.Row, right.Row)
                    : values.Compare(values.Rows.IdOf(left.Row), values.Rows.IdOf(right.Row), keys[^1].IsDescending);
            }
        );
        return [.. sorted.Select(one => one.Row)];
    }

    public static IEnumerable<Given> Items(Given? list) =>
        list switch
        {
            GivenList given => given.Items.Where(item => !item.IsAbsent),
            GivenObject single => [single],
            _ => [],
        };

    /// <param name="to">From the row that is sorted to the one whose fields are meant.</param>
    private IEnumerable<(Func<object, object?> Value, bool IsDescending)> Keys(
        Given entry,
        IReadOnlyList<ModelField> fields,
        Func<object, object?> to
    )
    {
        foreach (var (name, value) in ((GivenObject)entry).Members)
        {
            if (value.IsAbsent)
                continue;
            var field = fields.First(one => one.Name == name);
            var keys = field switch
            {
                GroupField group => Keys(value, group.Fields, to),
                OneField other => Keys(
                    value,
                    values.Models.For(other.Row).Fields,
                    row => to(row) is { } from ? values.Other(other, from) : null
                ),
                BudgetField budget => ((GivenObject)value)
                    .Members.Where(figure => !figure.Value.IsAbsent)
                    .Select(figure =>
                        Key(
                            row =>
                                to(row) is { } from
                                    ? NaiveMoney.Figure(values.Money.Of(budget, from), figure.Name)
                                    : null,
                            figure.Value
                        )
                    ),
                _ => [Key(row => to(row) is { } from ? Value(field, from) : null, value)],
            };
            foreach (var key in keys)
                yield return key;
        }
    }

    private object? Value(ModelField field, object row) =>
        field is LocalTextField text ? values.Seen.Value(text.English, row) : values.Of((ValueField)field, row);

    private static (Func<object, object?>, bool) Key(Func<object, object?> value, Given direction) =>
        (value, IsDescending(direction));

    public static bool IsDescending(Given direction) => ((GivenValue)direction).Value is EnumWord { Word: "DESC" };
}
