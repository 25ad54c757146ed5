using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>
/// Counts per day who reads what is about a person: the person's record, and every row that has to refer to
/// its person by <c>PersonId</c>. One's own reading does not count, nor do printed names, which are linked to persons.
/// </summary>
internal sealed class RecordReadings(IModel model)
{
    private readonly FrozenDictionary<string, string> sources = model
        .GetEntityTypes()
        .Where(type =>
            type.ClrType == typeof(Person) || type.FindProperty(nameof(RecordReading.PersonId))?.ClrType == typeof(Guid)
        )
        .ToFrozenDictionary(type => type.ClrType.Name, SourceOf);

    /// <summary>
    /// One statement for all rows of a request, so that each person counts once, and is locked in the same order by
    /// everybody. Null if no rows are about persons.
    /// </summary>
    /// <param name="rows">Ids by the names of the rows' types.</param>
    public NpgsqlBatchCommand? Statement(ILookup<string, Guid> rows, string reader, DateTimeOffset at)
    {
        var known = rows.Where(type => sources.ContainsKey(type.Key)).ToList();
        if (known.Count == 0)
            return null;
        var about = known.Select((type, place) => $"SELECT {sources[type.Key]} = ANY(${place + 4})");
        return Sql.Statement(
            $"""
            INSERT INTO record_readings (id, person_id, record_id, reader, day, times, last_read_at)
            SELECT gen_random_uuid(), about.person_id, about.person_id, $1, $2, 1, $3
            FROM (SELECT DISTINCT person_id FROM ({string.Join(" UNION ALL ", about)}) rows) about
            WHERE NOT EXISTS (SELECT FROM person_accounts own WHERE own.person_id = about.person_id AND own.caller = $1)
            ORDER BY about.person_id
            ON CONFLICT (record_id, day, reader) DO UPDATE
            SET times = record_readings.times + 1, last_read_at = excluded.last_read_at
            """,
            [
                Sql.Of(reader),
                Sql.Of(ThaiDay.Of(at)),
                Sql.Of(at),
                .. known.Select(type => (NpgsqlParameter)Sql.Of<Guid[]>([.. type])),
            ]
        );
    }

    /// <summary>"person_id FROM appointments WHERE id". For rows of a view, the ids are those of the people.</summary>
    private static string SourceOf(IEntityType type)
    {
        var isPerson = type.ClrType == typeof(Person) || type.GetTableName() is null;
        return $"{(isPerson ? "id AS person_id" : "person_id")} FROM {type.GetTableName() ?? "people"} WHERE id";
    }
}
