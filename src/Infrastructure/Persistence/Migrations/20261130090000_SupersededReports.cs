using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Lists of all progress reports find out faster which of them were superseded.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130090000_SupersededReports")]
public sealed class SupersededReports : SqlMigration;
