using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Keeps the budgets that a document states in its lists of projects.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130093000_ListedBudgets")]
public sealed class ListedBudgets : SqlMigration;
