using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Awards, and the programmes that people are nominated for.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261201010000_Awards")]
public sealed class Awards : SqlMigration;
