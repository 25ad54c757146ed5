using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>All projects can be read in the order of each of their fields, and an office's ledger without its table.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261203010000_SortedProjects")]
public sealed class SortedProjects : SqlMigration;
