using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Members of a committee that assesses make its assessments themselves.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261202010000_AssessingMembers")]
public sealed class AssessingMembers : SqlMigration;
