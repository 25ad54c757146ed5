using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>The registry: schools and their networks, people with their names, and appointments.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129160000_People")]
public sealed class People : SqlMigration;
