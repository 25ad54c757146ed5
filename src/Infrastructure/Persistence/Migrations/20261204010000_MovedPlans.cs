using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Approved plans and answers of closed surveys move with a person whose records are merged.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261204010000_MovedPlans")]
public sealed class MovedPlans : SqlMigration;
