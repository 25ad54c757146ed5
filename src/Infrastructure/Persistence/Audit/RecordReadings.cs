using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>
/// Counts per day who reads what is about a person: the person's record, and every row of a type that refers to its
/// person by <c>PersonId</c>. One's own reading does not count.
/// </summary>
internal sealed class RecordReadings(IModel model)
{
    private readonly FrozenDictionary<string, string> sources = model
        .GetEntityTypes()
        .Where(type => type.ClrType == typeof(Person) || type.FindProperty(nameof(RecordReading.PersonId)) is not null)
        .ToFrozenDictionary(type => type.ClrType.Name, SourceOf);

    /// <summary>Null if the rows are not about persons.</summary>
    /// <param name="type">The name of the rows' type.</param>
    public NpgsqlBatchCommand? Statement(string type, IEnumerable<Guid> ids, string reader, DateTimeOffset at) =>
        sources.GetValueOrDefault(type) is { } source
            ? Sql.Statement(
                $"""
                INSERT INTO record_readings (id, person_id, record_id, reader, day, times, last_read_at)
                SELECT gen_random_uuid(), about.person_id, about.person_id, $2, $3, 1, $4
                FROM (SELECT DISTINCT {source} = ANY($1)) about
                WHERE about.person_id IS NOT NULL
                    AND NOT EXISTS (SELECT FROM person_accounts own WHERE own.person_id = about.person_id AND own.caller = $2)
                ORDER BY about.person_id
                ON CONFLICT (record_id, day, reader) DO UPDATE
                SET times = record_readings.times + 1, last_read_at = excluded.last_read_at
                """,
                Sql.Of<Guid[]>([.. ids]),
                Sql.Of(reader),
                Sql.Of(ThaiDay.Of(at)),
                Sql.Of(at)
            )
            : null;

    /// <summary>"person_id FROM appointments WHERE id". Of rows that are found anew, the ids are those of people.</summary>
    private static string SourceOf(IEntityType type)
    {
        var isPerson = type.ClrType == typeof(Person) || type.GetTableName() is null;
        return $"{(isPerson ? "id AS person_id" : "person_id")} FROM {type.GetTableName() ?? "people"} WHERE id";
    }
}
