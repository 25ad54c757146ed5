using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Courses, their offerings, and who takes part.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129224000_Events")]
public sealed class Events : SqlMigration;
