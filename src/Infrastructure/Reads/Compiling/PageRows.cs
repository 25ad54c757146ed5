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
    /// <summary>The number of rows that are near (see <see cref="PageSearch.NearOrFar"/>).</summary>
    private const int Near = 1000;

    public PageSearch Search { get; init; }

    /// <summary>Whether the page selects whole rows: to look rows of a view up again by their ids would evaluate all of it.</summary>
    public bool IsEntire { get; init; }

    /// <summary>The columns id, k0, k1 …, and the entire row if it is wanted.</summary>
    public string Sql =>
        Search switch
        {
            PageSearch.InParts => InParts(conditions, size.Size + 1),
            PageSearch.FoundFirst => $"{AllFound}{FirstByName}",
            PageSearch.NearOrFar => NearOrFar(),
            _ => Ordered(keys, [.. conditions, .. Beyond], size.Size + 1),
        };

    /// <summary>" ORDER BY …" with the columns of the page in place of the sort expressions.</summary>
    public string Order(IReadOnlyList<string> names) => Orders.Clause(keys, size.Backwards, names);

    private string ByName => Order([.. keys.Select((_, i) => $"k{i}")]);

    private string FirstByName => $"{ByName} LIMIT {size.Size + 1}";

    private IEnumerable<string> Beyond => positions.Select(position => Keysets.Beyond(keys, position));

    /// <summary>OFFSET keeps PostgreSQL from moving an order into the subquery.</summary>
    private string AllFound => $"SELECT * FROM ({Found([.. conditions, .. Beyond])} OFFSET 0) found";

    private string NearOrFar()
    {
        var front =
            $"SELECT count(*) FROM (SELECT FROM {row.From}{Statements.Sql.Where([.. Beyond])} LIMIT {Near}) front";
        return $"WITH near AS MATERIALIZED ({NearPage()}), "
            + $"enough AS (SELECT (SELECT count(*) FROM near) > {size.Size} OR ({front}) < {Near} AS are) "
            + "SELECT * FROM near WHERE (SELECT enough.are FROM enough) "
            + $"UNION ALL ({AllFound} WHERE NOT (SELECT enough.are FROM enough){FirstByName})";
    }

    /// <summary>
    /// The page among the first rows. If one index has the order, its rows are looked at one by one until there are enough.
    /// </summary>
    private string NearPage()
    {
        if (keys[0].Parts.Count > 0)
        {
            var isNear = $"{row.Id} IN (SELECT front.id FROM ({InParts([], Near)}) front)";
            return $"{Found([isNear, .. conditions])}{FirstByName}";
        }

        var order = Orders.Clause(keys, size.Backwards);
        var front = $"SELECT {row.Name}.* FROM {row.From}{Statements.Sql.Where([.. Beyond])}{order} LIMIT {Near}";
        return $"{Found(conditions, from: $"({front}) {row.Name}{row.Joins}")}{order} LIMIT {size.Size + 1}";
    }

    private string InParts(IReadOnlyList<string?> where, int count)
    {
        string[] parts = keys.Count > 0 ? [.. Parts(where, count)] : [];
        return parts.Length switch
        {
            0 => Ordered(keys, [.. where, .. Beyond], count),
            1 => parts[0],
            _ =>
                $"SELECT * FROM ({string.Join(" UNION ALL ", parts.Select(part => $"({part})"))}) part{ByName} LIMIT {count}",
        };
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
                yield return Ordered(inPart, [.. where, part.Condition, .. range], count);
        }
    }

    private string Ordered(IReadOnlyList<OrderKey> by, IReadOnlyList<string?> where, int count) =>
        $"{Found(where, by)}{Orders.Clause(by, size.Backwards)} LIMIT {count}";

    private string Found(IReadOnlyList<string?> where, IReadOnlyList<OrderKey>? by = null, string? from = null)
    {
        var id = IsEntire ? $"{row.Id} AS id, {row.Name} AS entire" : $"{row.Id} AS id";
        var selected = string.Join(", ", (by ?? keys).Select((key, i) => $"{key.Sql} AS k{i}").Prepend(id));
        return $"SELECT {selected} FROM {from ?? row.From}{Statements.Sql.Where([.. where])}";
    }
}
