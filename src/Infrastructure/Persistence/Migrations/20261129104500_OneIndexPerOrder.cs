using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>One index serves an order in both directions.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129104500_OneIndexPerOrder")]
public sealed class OneIndexPerOrder : SqlMigration;
