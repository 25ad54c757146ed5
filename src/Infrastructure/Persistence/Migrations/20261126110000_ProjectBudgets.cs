using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Running totals of projects.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261126110000_ProjectBudgets")]
public sealed class ProjectBudgets : SqlMigration;
