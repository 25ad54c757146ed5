using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Invitations of people to read their own records, and the names that they sign in with.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261129203000_PersonAccounts")]
public sealed class PersonAccounts : SqlMigration;
