using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Catalogues of development, plans of single people, and surveys of needs.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129220000_DevelopmentPlans")]
public sealed class DevelopmentPlans : SqlMigration;
