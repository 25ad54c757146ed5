using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Committees and their monitoring visits, certificates, and hours of development.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130020000_Committees")]
public sealed class Committees : SqlMigration;
