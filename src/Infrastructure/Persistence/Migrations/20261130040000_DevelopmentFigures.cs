using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Figures about development, and results of indicators that are computed from records.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130040000_DevelopmentFigures")]
public sealed class DevelopmentFigures : SqlMigration;
