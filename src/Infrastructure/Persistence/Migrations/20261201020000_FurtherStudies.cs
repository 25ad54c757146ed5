using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Further studies, and the rules of service after them.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261201020000_FurtherStudies")]
public sealed class FurtherStudies : SqlMigration;
