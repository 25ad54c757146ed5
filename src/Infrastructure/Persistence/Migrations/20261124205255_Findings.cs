using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Findings, the sources of plans, and the sections of their documents.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261124205255_Findings")]
public sealed class Findings : SqlMigration;
