using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Figures about people that everybody may see.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129211500_PeopleFigures")]
public sealed class PeopleFigures : SqlMigration;
