using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Versions of the data, by topic.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261126100000_DataVersions")]
public sealed class DataVersions : SqlMigration;
