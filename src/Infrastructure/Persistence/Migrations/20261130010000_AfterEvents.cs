using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Questionnaires about satisfaction, and assessments of how what was learnt is applied.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130010000_AfterEvents")]
public sealed class AfterEvents : SqlMigration;
