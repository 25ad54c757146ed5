using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Programmes of inductions, and the inductions of people by them.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261201030000_Inductions")]
public sealed class Inductions : SqlMigration;
