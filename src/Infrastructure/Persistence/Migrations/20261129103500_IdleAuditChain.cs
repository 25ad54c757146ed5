using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>The audit chain writes nothing while no record waits for it.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129103500_IdleAuditChain")]
public sealed class IdleAuditChain : SqlMigration;
