using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Sources name the page, paragraph, sheet and cell of documents of other forms than text.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129152000_PlacesInForms")]
public sealed class PlacesInForms : SqlMigration;
