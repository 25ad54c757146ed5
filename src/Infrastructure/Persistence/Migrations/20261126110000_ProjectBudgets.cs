using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ProjectBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "project_budgets",
                columns: table => new
                {
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_budgets", x => x.project_id);
                }
            );

            migrationBuilder
                .CreateIndex(name: "ix_projects_fiscal_year", table: "projects", column: "fiscal_year")
                .Annotation(
                    "Npgsql:IndexInclude",
                    new[] { "id", "plan_id", "status", "strategy_id", "responsible_unit_id" }
                );

            migrationBuilder.CreateIndex(
                name: "ix_project_budgets_fiscal_year",
                table: "project_budgets",
                column: "fiscal_year"
            );

            migrationBuilder.CreateIndex(
                name: "ix_project_budgets_plan_id",
                table: "project_budgets",
                column: "plan_id"
            );

            ProjectBudgetSql.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ProjectBudgetSql.Drop(migrationBuilder);
            migrationBuilder.DropTable(name: "project_budgets");

            migrationBuilder.DropIndex(name: "ix_projects_fiscal_year", table: "projects");
        }
    }
}
