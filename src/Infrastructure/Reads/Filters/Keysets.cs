using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// The condition for the rows after or before a cursor. A cursor contains the key values of one row. Whether one of
/// them is null is only known when the cursor is bound, so the condition covers both cases.
/// </summary>
internal static class Keysets
{
    /// <summary>Binds the key values of a cursor.</summary>
    /// <param name="cursor">Returns the key values in the cursor of a request.</param>
    public static Position At(
        IReadOnlyList<OrderKey> keys,
        Func<ReadRequest, IReadOnlyList<object?>> cursor,
        bool before,
        Statement statement
    ) =>
        new(
            [
                .. keys.Select(
                    (key, i) => statement.Value(ColumnKind.Of(key.Type).DbType, request => Bound(cursor(request)[i]))
                ),
            ],
            before
        );

    /// <summary>
    /// The conditions for the rows of one part beyond a position, of which at most one holds for a row. Each is a range
    /// of the index, or depends on nothing but the cursor.
    /// </summary>
    public static IReadOnlyList<string> Beyond(IReadOnlyList<OrderKey> keys, KeyPart part, Position position)
    {
        var (first, isNull) = (position.Places[0], $"{position.Places[0]} IS NULL");
        if (part.IsNull)
        {
            var same =
                $"{isNull} AND {Beyond([.. keys.Skip(1)], position with { Places = [.. position.Places.Skip(1)] })}";
            return position.IsBefore ? [same] : [same, $"{first} IS NOT NULL"];
        }

        var key = keys[0] with { Sql = part.Sql, IsNullable = false };
        var beyond = Beyond([key, .. keys.Skip(1)], position);
        return keys[0].IsNullable && position.IsBefore ? [beyond, isNull] : [beyond];
    }

    /// <summary>The condition for all rows beyond a position.</summary>
    public static string Beyond(IReadOnlyList<OrderKey> keys, Position position)
    {
        var (places, before) = (position.Places, position.IsBefore);
        // If all keys have the same direction and none is nullable, PostgreSQL can use an index for one row comparison.
        if (keys.All(key => !key.IsNullable && key.IsDescending == keys[0].IsDescending))
        {
            var comparison = keys[0].IsDescending == before ? ">" : "<";
            return $"({string.Join(", ", keys.Select(key => key.Sql))}) {comparison} ({string.Join(", ", places)})";
        }

        var alternatives = new List<string?>();
        var same = new List<string?>();
        for (var i = 0; i < keys.Count; i++)
        {
            alternatives.Add(Sql.And([.. same, Past(keys[i], places[i], before)]));
            same.Add(Same(keys[i], places[i]));
        }

        var beyond = Sql.Or(alternatives)!;
        // The first key is compared again by itself, because PostgreSQL starts an index scan only at such a comparison.
        return keys[0].IsNullable
            ? beyond
            : $"{keys[0].Sql} {(keys[0].IsDescending == before ? ">=" : "<=")} {places[0]} AND {beyond}";
    }

    private static string Same(OrderKey key, string place) =>
        key.IsNullable ? $"{key.Sql} IS NOT DISTINCT FROM {place}" : $"{key.Sql} = {place}";

    /// <summary>Nulls sort last, so no other value comes after a null and all come before it.</summary>
    private static string Past(OrderKey key, string place, bool before)
    {
        var comparison = key.IsDescending == before ? ">" : "<";
        var past = $"{key.Sql} {comparison} {place}";
        return !key.IsNullable ? past
            : before ? $"({past} OR ({place} IS NULL AND {key.Sql} IS NOT NULL))"
            : $"({past} OR ({key.Sql} IS NULL AND {place} IS NOT NULL))";
    }

    private static object? Bound(object? value) => value is DateTimeOffset moment ? moment.ToUniversalTime() : value;
}

/// <summary>The place of a cursor in an order.</summary>
/// <param name="Places">The placeholders of the key values.</param>
/// <param name="IsBefore">Whether the rows before it are meant, not those after it.</param>
internal sealed record Position(IReadOnlyList<string> Places, bool IsBefore);
