using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>A person's name can be replaced wherever it stands, also in the audit trail, whose chain stays valid.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129112000_PersonNames")]
public sealed class PersonNames : SqlMigration;
