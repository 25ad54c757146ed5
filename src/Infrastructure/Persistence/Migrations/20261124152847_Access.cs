using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "published",
                table: "strategic_plans",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(
                name: "withheld",
                table: "observations",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(
                name: "approved",
                table: "ledger_entries",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(
                name: "published",
                table: "development_plans",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(
                name: "personal_data",
                table: "datasets",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<int>(
                name: "withheld_cells",
                table: "datasets",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    offices = table.Column<string[]>(type: "text[]", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_tokens", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_digest",
                table: "access_tokens",
                column: "digest",
                unique: true
            );

            LedgerSql.OpenTransfersBetweenProjects(migrationBuilder);
            AuditSql.Create(migrationBuilder);
            AccessSql.Publish(migrationBuilder);
            AccessSql.RememberDrafts(migrationBuilder);
            AccessSql.Grant(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AccessSql.Unpublish(migrationBuilder);
            AuditSql.Drop(migrationBuilder);
            LedgerSql.CloseTransfersBetweenProjects(migrationBuilder);
            migrationBuilder.DropTable(name: "access_tokens");

            migrationBuilder.DropColumn(name: "published", table: "strategic_plans");

            migrationBuilder.DropColumn(name: "withheld", table: "observations");

            migrationBuilder.DropColumn(name: "approved", table: "ledger_entries");

            migrationBuilder.DropColumn(name: "published", table: "development_plans");

            migrationBuilder.DropColumn(name: "personal_data", table: "datasets");

            migrationBuilder.DropColumn(name: "withheld_cells", table: "datasets");
        }
    }
}
