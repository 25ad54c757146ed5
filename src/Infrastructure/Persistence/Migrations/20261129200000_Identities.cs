using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>By what the registry recognises people whose number as a citizen or of a passport is known.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129200000_Identities")]
public sealed class Identities : SqlMigration;
