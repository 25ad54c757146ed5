using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ProjectBudgetTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "disbursed_total",
                table: "project_budgets",
                type: "numeric(18,2)",
                nullable: false,
                computedColumnSql: "disbursed_q1 + disbursed_q2 + disbursed_q3 + disbursed_q4",
                stored: true
            );

            migrationBuilder.AddColumn<decimal>(
                name: "planned_total",
                table: "project_budgets",
                type: "numeric(18,2)",
                nullable: false,
                computedColumnSql: "planned_q1 + planned_q2 + planned_q3 + planned_q4",
                stored: true
            );

            migrationBuilder.AddColumn<decimal>(
                name: "transferred_in_total",
                table: "project_budgets",
                type: "numeric(18,2)",
                nullable: false,
                computedColumnSql: "transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4",
                stored: true
            );

            migrationBuilder.AddColumn<decimal>(
                name: "transferred_out_total",
                table: "project_budgets",
                type: "numeric(18,2)",
                nullable: false,
                computedColumnSql: "transferred_out_q1 + transferred_out_q2 + transferred_out_q3 + transferred_out_q4",
                stored: true
            );

            // Rows that are only written anew are not looked at again soon, and the planner would guess how wide they are.
            migrationBuilder.Sql("ANALYZE project_budgets");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "disbursed_total", table: "project_budgets");

            migrationBuilder.DropColumn(name: "planned_total", table: "project_budgets");

            migrationBuilder.DropColumn(name: "transferred_in_total", table: "project_budgets");

            migrationBuilder.DropColumn(name: "transferred_out_total", table: "project_budgets");
        }
    }
}
