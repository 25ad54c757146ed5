using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Lists below a parent and over the country find their rows in their order.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261128220300_ListIndexes")]
public sealed class ListIndexes : SqlMigration;
