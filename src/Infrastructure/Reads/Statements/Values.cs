using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>The SQL of fields that are values of a row.</summary>
internal static class Values
{
    public static string Column(ValueField field, SqlRow row)
    {
        var value = field.Computed is { } name ? Computed.Of(name, row) : row.Column(field.Path!);
        return field.OfficeCode is { } office && row.Context.View != View.All
            ? $"CASE WHEN {row.Context.Visibility.OwnOffice(row, office)} THEN {value} END"
            : value;
    }

    public static ConditionValue Condition(ValueField field, SqlRow row) =>
        // A field that is non-null within its object is null in a row without the object.
        new(
            Column(field, row),
            field.Type,
            field.OfficeCode is not null || (field.Path?.IsNullable ?? field.IsNullable)
        )
        {
            NodeType = field.NodeType,
            Folded = field.OfficeCode is null ? Folded(field.Path, row) : null,
            SlowSearch = IsSlowToSearch(field.Path, row) ? field.Name : null,
            SlowEqual = IsLongText(row) && field.Type == typeof(string) ? field.Name : null,
        };

    public static ConditionValue Condition(LocalTextField field, SqlRow row) =>
        new(row.Column(field.English), typeof(string), false) { Folded = Folded(field.English, row) };

    /// <summary>The text of one of the children of which a field has texts.</summary>
    public static ConditionValue ConditionOfChild(ManyField field, SqlRow child) =>
        new(child.Column(field.Text!), typeof(string), false)
        {
            SlowSearch = IsSlowToSearch(field.Text, child) ? field.Name : null,
            SlowEqual = IsLongText(child) ? field.Name : null,
        };

    /// <summary>The text of the first child.</summary>
    public static ConditionValue ConditionOfFirst(ManyField field, SqlRow row) =>
        new(Children.FirstText(field, row), typeof(string), true) { SlowSearch = field.Name, SlowEqual = field.Name };

    /// <summary>Whether a search would have to normalise the text of every row of a large table.</summary>
    private static bool IsSlowToSearch(MemberPath? path, SqlRow row) =>
        path is not null && !FoldedColumns.Scanned.Contains(row.Table.Name) && Folded(path, row) is null;

    /// <summary>
    /// Whether the rows are the long texts of projects, of which there are too many to compare each.
    /// </summary>
    private static bool IsLongText(SqlRow row) => row.Type == typeof(ProjectText);

    /// <summary>The column with the normalised text, if the row has one.</summary>
    private static string? Folded(MemberPath? path, SqlRow row) =>
        path is { Steps.Count: 1 }
        && row.Rollup is null
        && row.Table.Column(path.ToString()) is var column
        && FoldedColumns.All.Contains((row.Table.Name, column))
            ? $"{row.Name}.{column}_folded"
            : null;
}

/// <summary>The SQL that relates a row to others.</summary>
internal static class Children
{
    /// <summary>The id of the related row.</summary>
    public static string Key(OneField field, SqlRow row) =>
        field.Key is { } key ? row.Column(key) : Computed.Of(field.ComputedKey!, row);

    /// <summary>The condition that restricts the children of a field.</summary>
    public static string Only(ChildCondition only, SqlRow child) =>
        only.Value switch
        {
            null => $"{child.Column(only.Member)} IS NULL",
            Enum value => $"{child.Column(only.Member)} = '{StoredEnum.Of(value)}'",
            bool value => value ? child.Column(only.Member) : $"NOT {child.Column(only.Member)}",
            var other => throw new InvalidOperationException($"Children cannot be restricted by {other}."),
        };

    /// <summary>The first child's text.</summary>
    public static string FirstText(ManyField field, SqlRow row)
    {
        var child = new SqlRow(row.Statement, field.Row);
        var where = Sql.Where(
            $"{child.Column(field.Parent)} = {row.Id}",
            field.Only is null ? null : Only(field.Only, child)
        );
        var order = string.Join(", ", field.Order.Select(key => child.Column(key)));
        return $"(SELECT {child.Column(field.Text!)} FROM {child.From}{where} ORDER BY {order} LIMIT 1)";
    }
}

/// <summary>A value that can be filtered by.</summary>
/// <param name="Sql">A column or an expression.</param>
/// <param name="Type">The C# type of the value.</param>
/// <param name="IsNullable">Whether the value may be null.</param>
internal sealed record ConditionValue(string Sql, Type Type, bool IsNullable)
{
    /// <summary>For an id: the type of the rows that it must identify.</summary>
    public string? NodeType { get; init; }

    /// <summary>
    /// The column with the normalised text for searches; null if the text is normalised while searching.
    /// </summary>
    public string? Folded { get; init; }

    /// <summary>
    /// The member's name, if normalising it for every row of its table takes too long; otherwise null.
    /// </summary>
    public string? SlowSearch { get; init; }

    /// <summary>The member's name, if comparing it in every row of its table takes too long; otherwise null.</summary>
    public string? SlowEqual { get; init; }
}
