using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "activity_budgets",
                columns: table => new
                {
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<bool>(type: "boolean", nullable: false),
                    last_entry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    committed = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_budgets", x => x.activity_id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    quarter = table.Column<string>(type: "text", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    funding_source = table.Column<string>(type: "text", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reverses_id = table.Column<Guid>(type: "uuid", nullable: true),
                    transfer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    counterpart_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "th-x-icu"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false, collation: "th-x-icu"),
                    committed = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    disbursed_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    planned_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_in_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q1 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q2 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q3 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                    transferred_out_q4 = table.Column<decimal>(type: "numeric(18,2)", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_ledger_entries_activity_budgets_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activity_budgets",
                        principalColumn: "activity_id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ledger_entries_activity_budgets_counterpart_id",
                        column: x => x.counterpart_id,
                        principalTable: "activity_budgets",
                        principalColumn: "activity_id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ledger_entries_ledger_entries_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "ledger_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ledger_entries_ledger_entries_reverses_id",
                        column: x => x.reverses_id,
                        principalTable: "ledger_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ledger_entries_ledger_entries_transfer_id",
                        column: x => x.transfer_id,
                        principalTable: "ledger_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_activity_budgets_plan_id",
                table: "activity_budgets",
                column: "plan_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_activity_budgets_project_id",
                table: "activity_budgets",
                column: "project_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_activity_id_recorded_at_sequence",
                table: "ledger_entries",
                columns: new[] { "activity_id", "recorded_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_activity_id_sequence",
                table: "ledger_entries",
                columns: new[] { "activity_id", "sequence" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_commitment_id",
                table: "ledger_entries",
                column: "commitment_id",
                filter: "commitment_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_counterpart_id",
                table: "ledger_entries",
                column: "counterpart_id",
                filter: "counterpart_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_expires_on",
                table: "ledger_entries",
                column: "expires_on",
                filter: "expires_on IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_project_id_recorded_at_sequence",
                table: "ledger_entries",
                columns: new[] { "project_id", "recorded_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_reverses_id",
                table: "ledger_entries",
                column: "reverses_id",
                unique: true,
                filter: "reverses_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_transfer_id_kind",
                table: "ledger_entries",
                columns: new[] { "transfer_id", "kind" },
                unique: true,
                filter: "transfer_id IS NOT NULL"
            );

            LedgerSql.Create(migrationBuilder);
            LedgerSql.TakeOverPlans(migrationBuilder);

            migrationBuilder.DropCheckConstraint(name: "ck_activities_planned", table: "activities");

            migrationBuilder.DropColumn(name: "planned_q1", table: "activities");

            migrationBuilder.DropColumn(name: "planned_q2", table: "activities");

            migrationBuilder.DropColumn(name: "planned_q3", table: "activities");

            migrationBuilder.DropColumn(name: "planned_q4", table: "activities");

            migrationBuilder.AddForeignKey(
                name: "fk_activities_activity_budgets_id",
                table: "activities",
                column: "id",
                principalTable: "activity_budgets",
                principalColumn: "activity_id",
                onDelete: ReferentialAction.Restrict
            );

            ServiceRoleSql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "fk_activities_activity_budgets_id", table: "activities");

            migrationBuilder.AddColumn<decimal>(
                name: "planned_q1",
                table: "activities",
                type: "numeric(14,2)",
                nullable: false,
                defaultValue: 0m
            );

            migrationBuilder.AddColumn<decimal>(
                name: "planned_q2",
                table: "activities",
                type: "numeric(14,2)",
                nullable: false,
                defaultValue: 0m
            );

            migrationBuilder.AddColumn<decimal>(
                name: "planned_q3",
                table: "activities",
                type: "numeric(14,2)",
                nullable: false,
                defaultValue: 0m
            );

            migrationBuilder.AddColumn<decimal>(
                name: "planned_q4",
                table: "activities",
                type: "numeric(14,2)",
                nullable: false,
                defaultValue: 0m
            );

            LedgerSql.GiveBackPlans(migrationBuilder);
            LedgerSql.Drop(migrationBuilder);

            migrationBuilder.DropTable(name: "ledger_entries");

            migrationBuilder.DropTable(name: "activity_budgets");

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_planned",
                table: "activities",
                sql: "planned_q1 >= 0 AND planned_q2 >= 0 AND planned_q3 >= 0 AND planned_q4 >= 0"
            );
        }
    }
}
