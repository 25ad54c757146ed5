using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Recording an entry does less work in the database; the rules are the same.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129103000_LeanPosting")]
public sealed class LeanPosting : SqlMigration;
