using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.SampleData.National;

/// <summary>How large an invented country is to be. The same options give the same rows, their ids included.</summary>
/// <param name="Offices">1 to <see cref="AllOffices"/>.</param>
/// <param name="Years">Fiscal years with plans, the last one that of <paramref name="LastDay"/>.</param>
/// <param name="Seed">Any number; another one makes other names, amounts and days.</param>
/// <param name="Disbursements">About how many payments there are to be in the whole country.</param>
/// <param name="LastDay">The last day, in Thailand, on which something is recorded. It must be over.</param>
public sealed record NationalOptions(int Offices, int Years, int Seed, int Disbursements, DateOnly LastDay)
{
    public const int AllOffices = 245;
    public const int ProjectsPerPlan = 40;
    public const int ActivitiesPerProject = 5;

    /// <summary>Of all 245 offices together; fewer offices have their share of them.</summary>
    public const int StaffOfAllOffices = 7000;

    /// <summary>The fiscal year that is running (Buddhist era).</summary>
    public int CurrentYear => FiscalYear.Of(LastDay).Number;

    public int FirstYear => CurrentYear - Years + 1;
}
