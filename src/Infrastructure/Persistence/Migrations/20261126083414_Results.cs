using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Results : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "denominator",
                table: "project_kpis",
                type: "numeric",
                nullable: true
            );

            migrationBuilder.AddColumn<decimal>(
                name: "numerator",
                table: "project_kpis",
                type: "numeric",
                nullable: true
            );

            migrationBuilder.AddColumn<decimal>(name: "result", table: "project_kpis", type: "numeric", nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "result_entries",
                table: "project_kpis",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<Guid>(name: "result_id", table: "project_kpis", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "result_text",
                table: "project_kpis",
                type: "text",
                nullable: true,
                collation: "th-x-icu"
            );

            migrationBuilder.AddColumn<int>(
                name: "baseline_fiscal_year",
                table: "indicators",
                type: "integer",
                nullable: true
            );

            migrationBuilder.AddColumn<decimal>(
                name: "baseline_value",
                table: "indicators",
                type: "numeric",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(name: "definition_id", table: "indicators", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "direction",
                table: "indicators",
                type: "text",
                nullable: false,
                defaultValue: "HIGHER_IS_BETTER"
            );

            migrationBuilder.AddColumn<string>(
                name: "own_direction",
                table: "indicators",
                type: "text",
                nullable: false,
                defaultValue: "HIGHER_IS_BETTER"
            );

            migrationBuilder.AddColumn<decimal>(
                name: "denominator",
                table: "indicator_targets",
                type: "numeric",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "direction",
                table: "indicator_targets",
                type: "text",
                nullable: false,
                defaultValue: "HIGHER_IS_BETTER"
            );

            migrationBuilder.AddColumn<decimal>(
                name: "numerator",
                table: "indicator_targets",
                type: "numeric",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "result_entries",
                table: "indicator_targets",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<Guid>(
                name: "result_id",
                table: "indicator_targets",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "disbursement_targets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<string>(type: "text", nullable: false),
                    expense_class = table.Column<string>(type: "text", nullable: false),
                    cumulative_percent = table.Column<decimal>(type: "numeric(5,2)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disbursement_targets", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "indicator_definitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    direction = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_definitions", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "indicator_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<decimal>(type: "numeric", nullable: true),
                    numerator = table.Column<decimal>(type: "numeric", nullable: true),
                    denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    previous_id = table.Column<Guid>(type: "uuid", nullable: true),
                    counts_id = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicator_results_indicator_target_target_id",
                        column: x => x.target_id,
                        principalTable: "indicator_targets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "kpi_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kpi_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result_text = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<decimal>(type: "numeric", nullable: true),
                    numerator = table.Column<decimal>(type: "numeric", nullable: true),
                    denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    previous_id = table.Column<Guid>(type: "uuid", nullable: true),
                    counts_id = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kpi_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_kpi_results_project_kpi_kpi_id",
                        column: x => x.kpi_id,
                        principalTable: "project_kpis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_indicators_definition_id",
                table: "indicators",
                column: "definition_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_disbursement_targets_fiscal_year_expense_class_quarter",
                table: "disbursement_targets",
                columns: new[] { "fiscal_year", "expense_class", "quarter" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_indicator_definitions_code",
                table: "indicator_definitions",
                column: "code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_indicator_results_indicator_id_recorded_at",
                table: "indicator_results",
                columns: new[] { "indicator_id", "recorded_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_indicator_results_target_id_sequence",
                table: "indicator_results",
                columns: new[] { "target_id", "sequence" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_kpi_results_kpi_id_sequence",
                table: "kpi_results",
                columns: new[] { "kpi_id", "sequence" },
                unique: true
            );

            migrationBuilder.AddForeignKey(
                name: "fk_indicators_indicator_definition_definition_id",
                table: "indicators",
                column: "definition_id",
                principalTable: "indicator_definitions",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict
            );

            ResultSql.Create(migrationBuilder);
            ResultSql.Grant(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ResultSql.Drop(migrationBuilder);

            migrationBuilder.DropForeignKey(
                name: "fk_indicators_indicator_definition_definition_id",
                table: "indicators"
            );

            migrationBuilder.DropTable(name: "disbursement_targets");

            migrationBuilder.DropTable(name: "indicator_definitions");

            migrationBuilder.DropTable(name: "indicator_results");

            migrationBuilder.DropTable(name: "kpi_results");

            migrationBuilder.DropIndex(name: "ix_indicators_definition_id", table: "indicators");

            migrationBuilder.DropColumn(name: "denominator", table: "project_kpis");

            migrationBuilder.DropColumn(name: "numerator", table: "project_kpis");

            migrationBuilder.DropColumn(name: "result", table: "project_kpis");

            migrationBuilder.DropColumn(name: "result_entries", table: "project_kpis");

            migrationBuilder.DropColumn(name: "result_id", table: "project_kpis");

            migrationBuilder.DropColumn(name: "result_text", table: "project_kpis");

            migrationBuilder.DropColumn(name: "baseline_fiscal_year", table: "indicators");

            migrationBuilder.DropColumn(name: "baseline_value", table: "indicators");

            migrationBuilder.DropColumn(name: "definition_id", table: "indicators");

            migrationBuilder.DropColumn(name: "direction", table: "indicators");

            migrationBuilder.DropColumn(name: "own_direction", table: "indicators");

            migrationBuilder.DropColumn(name: "denominator", table: "indicator_targets");

            migrationBuilder.DropColumn(name: "direction", table: "indicator_targets");

            migrationBuilder.DropColumn(name: "numerator", table: "indicator_targets");

            migrationBuilder.DropColumn(name: "result_entries", table: "indicator_targets");

            migrationBuilder.DropColumn(name: "result_id", table: "indicator_targets");
        }
    }
}
