using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Totals of projects over the four quarters.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261126115037_ProjectBudgetTotals")]
public sealed class ProjectBudgetTotals : SqlMigration;
