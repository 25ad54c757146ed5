using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>One key of an order. Nulls come last in both directions.</summary>
/// <param name="Name">The path of field names and the direction. Cursors contain it, so that a cursor of another order
/// is refused.</param>
/// <param name="Sql">The sort expression. Enums are mapped to their position in the declaration.</param>
/// <param name="Type">The C# type of the value.</param>
internal sealed record OrderKey(string Name, string Sql, Type Type, bool IsDescending, bool IsNullable)
{
    public string Path => Name.Split(' ')[0];

    /// <summary>
    /// If an index has the order of the key only within parts of the rows: these parts, which do not overlap and cover
    /// all rows. Otherwise empty.
    /// </summary>
    public IReadOnlyList<KeyPart> Parts { get; init; } = [];

    /// <summary>Whether the rows can be read in the order of the key by an index, or by an index of each part.</summary>
    public bool IsByIndex { get; init; }
}

/// <summary>
/// Compiles an <c>order</c> argument to sort keys. The id is always the last key, so that every order is total. It has
/// the direction of the key before it, so that reading one index backwards gives the falling order.
/// </summary>
internal static class Orders
{
    public static IReadOnlyList<OrderKey> Compile(Input? order, SqlRow row)
    {
        var model = row.Context.Model(row.Type);
        List<OrderKey> keys = [.. ValueConditions.Items(order).SelectMany(entry => Keys(model.Fields, row, "", entry))];
        if (keys.Count > FilterLimits.MaxSortKeys)
            throw FilterLimits.TooManyKeys();
        if (keys.Count == 0)
        {
            keys.AddRange(
                model.DefaultOrder.Select(
                    (path, i) =>
                        Key($"default{i}", row.Column(path), path.Type, path.IsNullable, model.IsOrderFalling) with
                        {
                            IsByIndex = model.FieldOf(path) is { IsSortedByIndex: true },
                        }
                )
            );
        }

        if (row.Table.Id is not null)
        {
            var isDescending = keys.Count > 0 && keys[^1].IsDescending;
            keys.Add(Key("id", row.Id, typeof(Guid), false, isDescending) with { IsByIndex = true });
        }

        return [.. keys.DistinctBy(key => key.Path)];
    }

    /// <summary>" ORDER BY …".</summary>
    /// <param name="values">Expressions to use instead of the keys' own; null for their own.</param>
    public static string Clause(IReadOnlyList<OrderKey> keys, bool backwards, IReadOnlyList<string>? values = null) =>
        keys.Count == 0
            ? ""
            : " ORDER BY "
                + string.Join(
                    ", ",
                    keys.Select(
                        (key, i) =>
                            Clause(values?[i] ?? key.Sql, key.IsDescending != backwards, key.IsNullable, backwards)
                    )
                );

    private static string Clause(string value, bool descending, bool isNullable, bool backwards) =>
        !isNullable ? (descending ? $"{value} DESC" : value)
        // Nulls come last, so in the reversed order they come first.
        : backwards ? $"{value} {(descending ? "DESC" : "ASC")} NULLS FIRST"
        : descending ? $"{value} DESC NULLS LAST"
        : value;

    private static IEnumerable<OrderKey> Keys(
        IReadOnlyList<ModelField> fields,
        SqlRow row,
        string path,
        ObjectInput entry
    )
    {
        var model = row.Context.Model(row.Type);
        foreach (var (name, value) in entry.Members.Where(member => Conditions.IsGiven(member.Value)))
        {
            var field = fields.First(one => one.Name == name);
            row.Statement.Use($"{model.Name}.{name}", field.Access);
            var found = (field, value) switch
            {
                (ValueField stored, ScalarInput direction) => [Key(path + name, stored, row, direction)],
                (LocalTextField text, ScalarInput direction) =>
                [
                    Key(path + name, row.Column(text.English), typeof(string), false, direction.Known is true),
                ],
                (GroupField group, ObjectInput inner) => Keys(group.Fields, row, $"{path}{name}.", inner),
                (BudgetField budget, ObjectInput inner) => Budget(budget, row, $"{path}{name}.", inner),
                (OneField one, ObjectInput inner) => Keys(
                    row.Context.Model(one.Row).Fields,
                    Other(one, row),
                    $"{path}{name}.",
                    inner
                ),
                _ => throw new InvalidOperationException($"Lists cannot be sorted by {path}{name}."),
            };
            foreach (var key in found)
                yield return key;
        }
    }

    private static IEnumerable<OrderKey> Budget(BudgetField field, SqlRow row, string path, ObjectInput entry)
    {
        var budget = BudgetSql.Of(field, row);
        foreach (var (name, direction) in entry.Members.Where(member => Conditions.IsGiven(member.Value)))
        {
            // A missing row has no budget, which is different from a budget of 0.
            var figure = row.AlwaysExists
                ? budget.Figure(name)
                : $"CASE WHEN {row.Id} IS NOT NULL THEN {budget.Figure(name)} END";
            var isNullable = name == BudgetSql.Rate || !row.AlwaysExists;
            var descending = direction is ScalarInput { Known: true };
            yield return Key(path + name, figure, typeof(decimal), isNullable, descending) with
            {
                IsByIndex = row.IsFirst && budget.IsByIndex,
                Parts = row.AlwaysExists ? budget.Parts(name) : [],
            };
        }
    }

    public static SqlRow Other(OneField field, SqlRow row) =>
        row.ByExpression(field.Name, field.Row, Children.Key(field, row), seenOnly: true);

    private static OrderKey Key(string name, ValueField field, SqlRow row, ScalarInput direction)
    {
        var value = Values.Column(field, row);
        var isNullable = field.IsNullable || field.IsEmptyForNull || name.Contains('.', StringComparison.Ordinal);
        var isByIndex = field.IsSortedByIndex && row.IsFirst;
        return Key(name, value, field.Type, isNullable, direction.Known is true) with
        {
            IsByIndex = isByIndex,
            Parts = isNullable && isByIndex && !field.Type.IsEnum ? KeyPart.ByNull(value) : [],
        };
    }

    private static OrderKey Key(string name, string value, Type type, bool isNullable, bool descending) =>
        new(
            $"{name} {(descending ? "DESC" : "ASC")}",
            Sorted(value, type),
            type.IsEnum ? typeof(int) : type,
            descending,
            isNullable
        );

    /// <summary>The sort expression of a value. Enums sort in the order of their declaration.</summary>
    public static string Sorted(string value, Type type) =>
        type.IsEnum ? $"array_position('{{{string.Join(',', StoredEnum.All(type))}}}'::text[], {value})" : value;
}
