using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>An idempotency key remembers every input that was refused under it, and one that succeeded.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129030000_KeysByInput")]
public sealed class KeysByInput : SqlMigration;
