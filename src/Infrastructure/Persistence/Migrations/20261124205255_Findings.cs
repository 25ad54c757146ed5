using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Findings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_findings_plan_id", table: "findings");

            migrationBuilder.RenameColumn(name: "message", table: "findings", newName: "message_en");

            migrationBuilder.RenameColumn(name: "location", table: "findings", newName: "location_en");

            migrationBuilder.AddColumn<string>(
                name: "name_printed",
                table: "projects",
                type: "text",
                nullable: true,
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "findings",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<string>(
                name: "location_th",
                table: "findings",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<string>(
                name: "message_th",
                table: "findings",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<Guid>(name: "project_id", table: "findings", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<int>(name: "source_column", table: "findings", type: "integer", nullable: true);

            migrationBuilder.AddColumn<int>(name: "source_line", table: "findings", type: "integer", nullable: true);

            migrationBuilder.AddColumn<int>(name: "source_row", table: "findings", type: "integer", nullable: true);

            migrationBuilder.AddColumn<int>(name: "source_table", table: "findings", type: "integer", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source_text",
                table: "findings",
                type: "text",
                nullable: true,
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_changed_at",
                table: "findings",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "status_changed_by",
                table: "findings",
                type: "text",
                nullable: true,
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<string>(
                name: "status_reason",
                table: "findings",
                type: "text",
                nullable: true,
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<bool>(
                name: "withheld",
                table: "findings",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid[]>(
                name: "listed_staff",
                table: "development_plans",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]
            );

            migrationBuilder.AddColumn<Guid>(
                name: "strategic_plan_id",
                table: "development_plans",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "plan_readings",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    unread = table.Column<string>(type: "jsonb", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_readings", x => x.plan_id);
                    table.ForeignKey(
                        name: "fk_plan_readings_development_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_sections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    development_plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    heading = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    level = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_sections", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_sections_development_plans_development_plan_id",
                        column: x => x.development_plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    table = table.Column<int>(type: "integer", nullable: true),
                    row = table.Column<int>(type: "integer", nullable: true),
                    column = table.Column<int>(type: "integer", nullable: true),
                    raw_text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => new { x.owner_id, x.member });
                    table.ForeignKey(
                        name: "fk_sources_development_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_section_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_section_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_section_texts_plan_sections_plan_section_id",
                        column: x => x.plan_section_id,
                        principalTable: "plan_sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            FindingSql.Fill(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "ix_findings_plan_id_rule_place",
                table: "findings",
                columns: new[] { "plan_id", "rule", "place" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_development_plans_strategic_plan_id",
                table: "development_plans",
                column: "strategic_plan_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_plan_section_texts_plan_section_id",
                table: "plan_section_texts",
                column: "plan_section_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_plan_sections_development_plan_id",
                table: "plan_sections",
                column: "development_plan_id"
            );

            migrationBuilder.CreateIndex(name: "ix_sources_plan_id", table: "sources", column: "plan_id");

            migrationBuilder.AddForeignKey(
                name: "fk_development_plans_strategic_plan_strategic_plan_id",
                table: "development_plans",
                column: "strategic_plan_id",
                principalTable: "strategic_plans",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull
            );

            FindingSql.Grant(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_development_plans_strategic_plan_strategic_plan_id",
                table: "development_plans"
            );

            migrationBuilder.DropTable(name: "plan_readings");

            migrationBuilder.DropTable(name: "plan_section_texts");

            migrationBuilder.DropTable(name: "sources");

            migrationBuilder.DropTable(name: "plan_sections");

            migrationBuilder.DropIndex(name: "ix_findings_plan_id_rule_place", table: "findings");

            migrationBuilder.DropIndex(name: "ix_development_plans_strategic_plan_id", table: "development_plans");

            migrationBuilder.DropColumn(name: "name_printed", table: "projects");

            migrationBuilder.DropColumn(name: "place", table: "findings");

            migrationBuilder.DropColumn(name: "location_th", table: "findings");

            migrationBuilder.DropColumn(name: "message_th", table: "findings");

            migrationBuilder.DropColumn(name: "project_id", table: "findings");

            migrationBuilder.DropColumn(name: "source_column", table: "findings");

            migrationBuilder.DropColumn(name: "source_line", table: "findings");

            migrationBuilder.DropColumn(name: "source_row", table: "findings");

            migrationBuilder.DropColumn(name: "source_table", table: "findings");

            migrationBuilder.DropColumn(name: "source_text", table: "findings");

            migrationBuilder.DropColumn(name: "status_changed_at", table: "findings");

            migrationBuilder.DropColumn(name: "status_changed_by", table: "findings");

            migrationBuilder.DropColumn(name: "status_reason", table: "findings");

            migrationBuilder.DropColumn(name: "withheld", table: "findings");

            migrationBuilder.DropColumn(name: "listed_staff", table: "development_plans");

            migrationBuilder.DropColumn(name: "strategic_plan_id", table: "development_plans");

            migrationBuilder.RenameColumn(name: "message_en", table: "findings", newName: "message");

            migrationBuilder.RenameColumn(name: "location_en", table: "findings", newName: "location");

            migrationBuilder.CreateIndex(name: "ix_findings_plan_id", table: "findings", column: "plan_id");
        }
    }
}
