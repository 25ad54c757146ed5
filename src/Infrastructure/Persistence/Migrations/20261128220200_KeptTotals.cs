using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Totals of plans, totals by months, and what commitments have left.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261128220200_KeptTotals")]
public sealed class KeptTotals : SqlMigration;
