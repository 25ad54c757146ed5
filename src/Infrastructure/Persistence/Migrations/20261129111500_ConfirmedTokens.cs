using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Access tokens wait for a second administrator, and their names are never used again.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129111500_ConfirmedTokens")]
public sealed class ConfirmedTokens : SqlMigration;
