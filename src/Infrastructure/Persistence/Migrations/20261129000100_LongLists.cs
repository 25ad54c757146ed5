using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Indexes for what long lists are sorted by, and texts of projects as they are searched.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129000100_LongLists")]
public sealed class LongLists : SqlMigration;
