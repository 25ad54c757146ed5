using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Pairs of records that may be of one person say how alike they are, and what agrees.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261202020100_DuplicateScores")]
public sealed class DuplicateScores : SqlMigration;
