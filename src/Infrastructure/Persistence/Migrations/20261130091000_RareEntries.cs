using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Lists of commitments and transfers are read from indexes that contain nothing else.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130091000_RareEntries")]
public sealed class RareEntries : SqlMigration;
