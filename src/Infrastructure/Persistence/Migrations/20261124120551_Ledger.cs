using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>The ledger, which takes over what activities had planned, and the role of the service.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261124120551_Ledger")]
public sealed class Ledger : SqlMigration;
