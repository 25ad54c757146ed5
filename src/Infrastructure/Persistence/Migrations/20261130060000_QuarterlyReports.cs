using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>What offices report of their plans after a quarter.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130060000_QuarterlyReports")]
public sealed class QuarterlyReports : SqlMigration;
