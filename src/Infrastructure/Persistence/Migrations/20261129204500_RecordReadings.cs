using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Who read what is about a person.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129204500_RecordReadings")]
public sealed class RecordReadings : SqlMigration;
