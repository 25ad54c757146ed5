using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>The oldest part of the audit trail can be moved to a file.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129105200_AuditArchives")]
public sealed class AuditArchives : SqlMigration;
