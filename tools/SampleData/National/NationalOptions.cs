using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.SampleData.National;

/// <summary>The size of the generated data. The same options generate the same rows, including their ids.</summary>
/// <param name="Offices">1 to <see cref="AllOffices"/>.</param>
/// <param name="Years">Fiscal years with plans, the last one that of <paramref name="LastDay"/>.</param>
/// <param name="Seed">Any number; a different one gives different names, amounts and days.</param>
/// <param name="Disbursements">The approximate number of payments in the whole country.</param>
/// <param name="LastDay">The last day, in Thailand, on which something is recorded. It must be in the past.</param>
/// <param name="People">The number of people in the registries of all these offices; 0 for none.</param>
/// <param name="Enrollments">The approximate number of enrolments of these people in all years; 0 for no events.</param>
public sealed record NationalOptions(
    int Offices,
    int Years,
    int Seed,
    int Disbursements,
    DateOnly LastDay,
    int People = 0,
    int Enrollments = 0
)
{
    public const int AllOffices = 245;
    public const int ProjectsPerPlan = 40;
    public const int ActivitiesPerProject = 5;

    /// <summary>The number of staff in all 245 offices; fewer offices have proportionally fewer.</summary>
    public const int StaffOfAllOffices = 7000;

    /// <summary>The usual number of people in all 245 offices; fewer offices have proportionally fewer.</summary>
    public const int PeopleOfAllOffices = 450_000;

    /// <summary>The usual number of enrolments of as many people in five years.</summary>
    public const int EnrollmentsOfAllOffices = 3_000_000;

    /// <summary>The number of schools for as many people.</summary>
    public const int SchoolsOfAllOffices = 29_000;

    /// <summary>The running fiscal year (Buddhist era).</summary>
    public int CurrentYear => FiscalYear.Of(LastDay).Number;

    public int FirstYear => CurrentYear - Years + 1;
}
