using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Text is searched as stored, folded columns.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261128220000_FoldedText")]
public sealed class FoldedText : SqlMigration;
