using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Keeps the formulas of a spreadsheet that make another value than the file shows.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129154000_Formulas")]
public sealed class Formulas : SqlMigration;
