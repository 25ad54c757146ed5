namespace TeacherDevPlan.Domain.Common;

/// <summary>The days that records about people can have. Days outside these years are mistyped.</summary>
public static class RecordedDays
{
    private const int FirstYear = 1950;
    private const int LastYear = 2200;

    /// <summary>What a day outside these years must be instead.</summary>
    public static readonly LocalText Allowed = new(
        $"must be a day of the years {FirstYear} to {LastYear}.",
        $"ต้องอยู่ระหว่าง ค.ศ. {FirstYear} ถึง {LastYear}"
    );

    public static bool Include(DateOnly day) => day.Year is >= FirstYear and <= LastYear;
}
