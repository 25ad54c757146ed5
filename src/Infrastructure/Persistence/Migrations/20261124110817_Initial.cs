using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>The published plans and what they stand on, and text search over their names.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261124110817_Initial")]
public sealed class Initial : SqlMigration;
