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
    /// <summary>Whether to read each part of the rows in the order of its index (see <see cref="OrderKey.Parts"/>).</summary>
    public bool IsInParts { get; init; }

    /// <summary>
    /// Whether to find all rows that match before they are sorted. Otherwise PostgreSQL may read an index in the order of the
    /// page until it has met enough rows that match, which is all of a long table if there are none.
    /// </summary>
    public bool IsFoundFirst { get; init; }

    /// <summary>Whether the page selects whole rows: to look rows of a view up again by their ids would evaluate all of it.</summary>
    public bool IsEntire { get; init; }

    /// <summary>The columns id, k0, k1 …, and the entire row if it is wanted.</summary>
    public string Sql
    {
        get
        {
            string[] queries = IsInParts && keys.Count > 0 && keys[0].Parts.Count > 0 ? [.. Parts()] : [Whole()];
            return queries.Length == 1
                ? queries[0]
                : $"SELECT * FROM ({string.Join(" UNION ALL ", queries.Select(query => $"({query})"))}) part"
                    + $"{Order([.. keys.Select((_, i) => $"k{i}")])}{Limit}";
        }
    }

    private string Limit => $" LIMIT {size.Size + 1}";

    /// <summary>" ORDER BY …" with the columns of the page in place of the sort expressions.</summary>
    public string Order(IReadOnlyList<string> names) => Orders.Clause(keys, size.Backwards, names);

    private string Whole() => Query(keys, positions.Select(position => Keysets.Beyond(keys, position)));

    private IEnumerable<string> Parts()
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
                yield return Query(inPart, range.Prepend(part.Condition));
        }
    }

    private string Query(IReadOnlyList<OrderKey> by, IEnumerable<string> more)
    {
        var id = IsEntire ? $"{row.Id} AS id, {row.Name} AS entire" : $"{row.Id} AS id";
        var selected = string.Join(", ", by.Select((key, i) => $"{key.Sql} AS k{i}").Prepend(id));
        var where = Statements.Sql.Where([.. conditions, .. more]);
        var found = $"SELECT {selected} FROM {row.From}{where}";
        // OFFSET keeps PostgreSQL from moving the order into the subquery.
        return IsFoundFirst
            ? $"SELECT * FROM ({found} OFFSET 0) found{Order([.. by.Select((_, i) => $"k{i}")])}{Limit}"
            : $"{found}{Orders.Clause(by, size.Backwards)}{Limit}";
    }
}
