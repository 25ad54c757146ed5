using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>The query for the ids and sort keys of a page, with one row more to show whether there is a next page.</summary>
/// <param name="row">The listed row.</param>
/// <param name="conditions">The conditions for all rows of the list.</param>
/// <param name="positions">The cursors that the page is between.</param>
internal sealed class PageRows(
    SqlRow row,
    IReadOnlyList<OrderKey> keys,
    IReadOnlyList<string?> conditions,
    IReadOnlyList<Position> positions,
    PageRequest size
)
{
    /// <summary>The number of rows that are looked at first (see <see cref="IsNearOrFar"/>).</summary>
    private const int Near = 1000;

    /// <summary>Whether to read each part of the rows in the order of its index (see <see cref="OrderKey.Parts"/>).</summary>
    public bool IsInParts { get; init; }

    /// <summary>
    /// Whether to find all rows that match before they are sorted. Otherwise PostgreSQL may read an index in the order of the
    /// page until it has met enough rows that match, which is all of a long table if there are none.
    /// </summary>
    public bool IsFoundFirst { get; init; }

    /// <summary>Whether the page selects whole rows: to look rows of a view up again by their ids would evaluate all of it.</summary>
    public bool IsEntire { get; init; }

    /// <summary>
    /// Whether to look for the page among the first rows of the order, and to find all rows that match only if there are
    /// too few of them. PostgreSQL cannot tell before whether matches are common, so that reading on in the order is
    /// cheapest, or rare.
    /// </summary>
    public bool IsNearOrFar { get; init; }

    /// <summary>The columns id, k0, k1 …, and the entire row if it is wanted.</summary>
    public string Sql => IsNearOrFar ? NearOrFar() : InOrder(conditions, size.Size + 1);

    /// <summary>" ORDER BY …" with the columns of the page in place of the sort expressions.</summary>
    public string Order(IReadOnlyList<string> names) => Orders.Clause(keys, size.Backwards, names);

    private string ByNames => Order([.. keys.Select((_, i) => $"k{i}")]);

    private IEnumerable<string> Beyond => positions.Select(position => Keysets.Beyond(keys, position));

    private string NearOrFar()
    {
        var limit = $"{ByNames} LIMIT {size.Size + 1}";
        var front =
            $"SELECT count(*) FROM (SELECT FROM {row.From}{Statements.Sql.Where([.. Beyond])} LIMIT {Near}) front";
        return $"WITH near AS MATERIALIZED ({NearPage()}), "
            + $"enough AS (SELECT (SELECT count(*) FROM near) > {size.Size} OR ({front}) < {Near} AS are) "
            + "SELECT * FROM near WHERE (SELECT enough.are FROM enough) "
            + $"UNION ALL (SELECT * FROM ({Found([.. conditions, .. Beyond])} OFFSET 0) found WHERE NOT (SELECT enough.are FROM enough){limit})";
    }

    /// <summary>
    /// The page among the first rows. If one index has the order, its rows are looked at one by one until there are enough.
    /// </summary>
    private string NearPage()
    {
        var limit = $" LIMIT {size.Size + 1}";
        if (keys[0].Parts.Count > 0)
        {
            var isNear = $"{row.Id} IN (SELECT front.id FROM ({InOrder([], Near)}) front)";
            return $"{Found([isNear, .. conditions])}{ByNames}{limit}";
        }

        var order = Orders.Clause(keys, size.Backwards);
        var front = $"SELECT {row.Name}.* FROM {row.From}{Statements.Sql.Where([.. Beyond])}{order} LIMIT {Near}";
        return $"{Found(conditions, from: $"({front}) {row.Name}{row.Joins}")}{order}{limit}";
    }

    private string InOrder(IReadOnlyList<string?> where, int count)
    {
        string[] queries =
            IsInParts && keys.Count > 0 && keys[0].Parts.Count > 0
                ? [.. Parts(where, count)]
                : [Query(keys, [.. where, .. Beyond], count)];
        return queries.Length == 1
            ? queries[0]
            : $"SELECT * FROM ({string.Join(" UNION ALL ", queries.Select(query => $"({query})"))}) part{ByNames} LIMIT {count}";
    }

    private IEnumerable<string> Parts(IReadOnlyList<string?> where, int count)
    {
        foreach (var part in keys[0].Parts)
        {
            IReadOnlyList<OrderKey> inPart = [keys[0] with { Sql = part.Sql, IsNullable = false }, .. keys.Skip(1)];
            IEnumerable<IEnumerable<string>> ranges =
            [
                [],
            ];
            foreach (var position in positions)
            {
                var beyond = Keysets.Beyond(keys, part, position);
                ranges = ranges.SelectMany(range => beyond.Select(one => range.Append(one)));
            }

            foreach (var range in ranges)
                yield return Query(inPart, [.. where, part.Condition, .. range], count);
        }
    }

    private string Query(IReadOnlyList<OrderKey> by, IReadOnlyList<string?> where, int count) =>
        // OFFSET keeps PostgreSQL from moving the order into the subquery.
        IsFoundFirst
            ? $"SELECT * FROM ({Found(where, by)} OFFSET 0) found{ByNames} LIMIT {count}"
            : $"{Found(where, by)}{Orders.Clause(by, size.Backwards)} LIMIT {count}";

    private string Found(IReadOnlyList<string?> where, IReadOnlyList<OrderKey>? by = null, string? from = null)
    {
        var id = IsEntire ? $"{row.Id} AS id, {row.Name} AS entire" : $"{row.Id} AS id";
        var selected = string.Join(", ", (by ?? keys).Select((key, i) => $"{key.Sql} AS k{i}").Prepend(id));
        return $"SELECT {selected} FROM {from ?? row.From}{Statements.Sql.Where([.. where])}";
    }
}
