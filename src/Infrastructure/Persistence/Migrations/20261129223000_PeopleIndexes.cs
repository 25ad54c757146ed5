using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>What lists of people are read by, at a cost that follows the size of an office.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129223000_PeopleIndexes")]
public sealed class PeopleIndexes : SqlMigration;
