using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>
/// A migration that is an SQL file of its own name, embedded from the folder Sql. What it runs stands there whole and is never edited
/// again, so that a database that was migrated years ago and one that is made today are the same, whatever the code has become since.
/// </summary>
public abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Text());

    /// <summary>A database goes back to an older version by its backup.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException($"{Id} cannot be undone; go back to a backup of before it.");

    private string Id => GetType().GetCustomAttribute<MigrationAttribute>()!.Id;

    private string Text()
    {
        var name = $"migrations/{Id}.sql";
        using var stream =
            typeof(SqlMigration).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
