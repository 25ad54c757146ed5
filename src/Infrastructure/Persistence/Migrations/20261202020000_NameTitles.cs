using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>The database reads the titles and ranks before a name as the service does.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261202020000_NameTitles")]
public sealed class NameTitles : SqlMigration;
