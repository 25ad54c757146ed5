using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Application.Common;

/// <summary>The fiscal years (Buddhist era) that requests may use.</summary>
public static class FiscalYears
{
    public const int First = 2500;
    public const int Last = 2700;

    public static readonly string Right =
        $"must be a fiscal year of the Buddhist era from {First} to {Last}; 2566 is 2022-10-01 to 2023-09-30.";

    public static bool IsKnown(int year) => year is >= First and <= Last;

    public static void Demand(int year, string argument)
    {
        if (!IsKnown(year))
            throw new QueryRefusedException("INVALID_FISCAL_YEAR", argument, Right);
    }
}
