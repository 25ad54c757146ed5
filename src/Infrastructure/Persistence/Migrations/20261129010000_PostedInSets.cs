using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Entries are checked and added up once for each statement; plans are settled by what their projects change by.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129010000_PostedInSets")]
public sealed class PostedInSets : SqlMigration;
