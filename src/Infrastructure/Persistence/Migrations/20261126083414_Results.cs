using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Results of indicators, definitions of the ministry, and reports on progress.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261126083414_Results")]
public sealed class Results : SqlMigration;
