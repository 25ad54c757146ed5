using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Every project has a total, with all the figures that projects are sorted by.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261128220100_ProjectBudgetFigures")]
public sealed class ProjectBudgetFigures : SqlMigration;
