using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Two records of one person are merged, and the merge can be undone.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129210000_Merges")]
public sealed class Merges : SqlMigration;
