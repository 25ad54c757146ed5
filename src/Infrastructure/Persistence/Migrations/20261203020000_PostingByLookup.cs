using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>The cost of a payment does not depend on how many projects there are.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261203020000_PostingByLookup")]
public sealed class PostingByLookup : SqlMigration;
