using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <summary>Tables that the model does not know, so there is no model of it either.</summary>
    [DbContext(typeof(PlanDbContext))]
    [Migration("20261126100000_DataVersions")]
    public sealed class DataVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => DataVersionSql.Create(migrationBuilder);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => DataVersionSql.Drop(migrationBuilder);
    }
}
