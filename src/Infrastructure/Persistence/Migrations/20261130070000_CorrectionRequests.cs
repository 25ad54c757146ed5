using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Requests of people for corrections of their records.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130070000_CorrectionRequests")]
public sealed class CorrectionRequests : SqlMigration;
