using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Drafts that wait to be published, and what of the rows that plans share is public.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129114500_PlanDrafts")]
public sealed class PlanDrafts : SqlMigration;
