using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Views of what is stored as JSON, a row each.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261128220400_ReadViews")]
public sealed class ReadViews : SqlMigration;
