using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Drafts that wait are stored as jsonb, in which names can be found.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129131000_DraftsAsJson")]
public sealed class DraftsAsJson : SqlMigration;
