using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Indexes for payments by id, and for the commitments of a project.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129153000_EntriesByKind")]
public sealed class EntriesByKind : SqlMigration;
