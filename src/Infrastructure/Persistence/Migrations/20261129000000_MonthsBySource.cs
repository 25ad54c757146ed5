using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Monthly totals are kept apart by funding source; payments and commitments name their project and fiscal year.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129000000_MonthsBySource")]
public sealed class MonthsBySource : SqlMigration;
