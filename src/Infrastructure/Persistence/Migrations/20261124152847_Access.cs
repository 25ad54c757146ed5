using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>What is published, access tokens, transfers between projects, and the audit trail.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261124152847_Access")]
public sealed class Access : SqlMigration;
