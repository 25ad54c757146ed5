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
}

/// <summary>A part of the rows in which an index has the order of a key.</summary>
/// <param name="Condition">The condition for the rows of the part.</param>
/// <param name="Sql">The sort expression in the part.</param>
/// <param name="IsNull">Whether the value is null in all rows of the part; otherwise it is null in none.</param>
internal sealed record KeyPart(string Condition, string Sql, bool IsNull)
{
    /// <summary>
    /// An index can be read in both directions, but nulls come last in both. So rows with and without a value are two
    /// parts.
    /// </summary>
    public static IReadOnlyList<KeyPart> ByNull(string sql) =>
        [new($"{sql} IS NOT NULL", sql, IsNull: false), new($"{sql} IS NULL", sql, IsNull: true)];
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
        var keys = ValueConditions
            .Items(order ?? ScalarInput.Null)
            .SelectMany(entry => Keys(model.Fields, row, "", (ObjectInput)entry))
            .ToList();
        if (keys.Count > FilterLimits.MaxSortKeys)
            throw FilterLimits.TooManyKeys();
        if (keys.Count == 0)
            keys.AddRange(model.DefaultOrder.Select((path, place) => Default(path, place, row)));
        if (row.Table.Id is not null)
            keys.Add(Key("id", row.Id, typeof(Guid), false, keys.Count > 0 && keys[^1].IsDescending));
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
        foreach (var (name, value) in entry.Members)
        {
            if (value is MissingInput or ScalarInput { IsNull: true })
                continue;
            var found = (fields.First(field => field.Name == name), value) switch
            {
                (ValueField field, ScalarInput direction) => [Key(path + name, field, row, direction)],
                (LocalTextField field, ScalarInput direction) =>
                [
                    Key(path + name, row.Column(field.English), typeof(string), false, direction.Known is true),
                ],
                (GroupField group, ObjectInput inner) => Keys(group.Fields, row, $"{path}{name}.", inner),
                (BudgetField budget, ObjectInput inner) => Budget(budget, row, $"{path}{name}.", inner),
                (OneField other, ObjectInput inner) => Keys(
                    row.Context.Model(other.Row).Fields,
                    Other(other, row),
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
        foreach (var (name, value) in entry.Members)
        {
            if (value is not ScalarInput { IsNull: false } direction)
                continue;
            // A missing row has no budget, which is different from a budget of 0.
            var figure = row.AlwaysExists
                ? budget.Figure(name)
                : $"CASE WHEN {row.Id} IS NOT NULL THEN {budget.Figure(name)} END";
            yield return Key(
                path + name,
                figure,
                typeof(decimal),
                name == BudgetSql.Rate || !row.AlwaysExists,
                direction.Known is true
            ) with
            {
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
        var descending = direction.Known is true;
        return field.Type.IsEnum
            ? Key(name, Rank(value, field.Type), typeof(int), isNullable, descending)
            : Key(name, value, field.Type, isNullable, descending) with
            {
                Parts = isNullable && field.IsSortedByIndex && field.Name == name ? KeyPart.ByNull(value) : [],
            };
    }

    private static OrderKey Key(string name, string sql, Type type, bool isNullable, bool descending) =>
        new($"{name} {(descending ? "DESC" : "ASC")}", sql, type, descending, isNullable);

    private static OrderKey Default(MemberPath path, int place, SqlRow row)
    {
        var value = row.Column(path);
        return path.Type.IsEnum
            ? new OrderKey($"default{place} ASC", Rank(value, path.Type), typeof(int), false, path.IsNullable)
            : new OrderKey($"default{place} ASC", value, path.Type, false, path.IsNullable);
    }

    /// <summary>The sort expression of a value.</summary>
    public static string Sorted(string value, Type type) => type.IsEnum ? Rank(value, type) : value;

    /// <summary>Enums sort in the order of their declaration.</summary>
    private static string Rank(string value, Type type) =>
        $"array_position('{{{string.Join(',', StoredEnum.All(type))}}}'::text[], {value})";
}
