using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence.Migrations;

/// <summary>Groups that wait, categories that offerings are for, codes of attendance, and merges of people who are both enrolled.</summary>
[DbContext(typeof(PlanDbContext))]
[Migration("20261130030000_Attendance")]
public sealed class Attendance : SqlMigration;
