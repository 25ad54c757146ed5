using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Text search in the database: <c>fold_text</c> does what <see cref="Domain.Common.SearchText.Fold"/> does, and a trigram
/// index stands on it for each list that people search by name.
/// </summary>
internal static class SearchSql
{
    private static readonly (string Table, string Column)[] Searched =
    [
        ("offices", "name"),
        ("development_plans", "title"),
        ("projects", "name"),
        ("activities", "name"),
        ("strategies", "name"),
        ("indicators", "name"),
        ("staff_members", "name"),
        ("datasets", "title"),
    ];

    public static void Create(MigrationBuilder migration)
    {
        migration.Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        migration.Sql(
            """
            CREATE FUNCTION fold_text(value text) RETURNS text
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN translate(
                lower(replace(normalize(value, NFC), U&'\0E4D\0E32', U&'\0E33') COLLATE "und-x-icu"),
                '๐๑๒๓๔๕๖๗๘๙',
                '0123456789'
            )
            """
        );
        foreach (var (table, column) in Searched)
        {
            migration.Sql(
                $"CREATE INDEX ix_{table}_{column}_search ON {table} USING gin (fold_text({column}) gin_trgm_ops)"
            );
        }
    }

    public static void Drop(MigrationBuilder migration) => migration.Sql("DROP FUNCTION fold_text(text) CASCADE");
}
