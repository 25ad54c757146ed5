namespace TeacherDevPlan.SampleData.National;

/// <summary>The number of payments per activity that gives approximately the requested total.</summary>
internal static class PaymentCounts
{
    /// <summary>
    /// The shares of the quarters in a year's planned amount, as <see cref="ProjectBuilder"/> plans them on average.
    /// </summary>
    private static readonly double[] Planned = [0.152, 0.2827, 0.2827, 0.2826];

    /// <summary>
    /// The share of activities whose project moves money, and the part that cancelled projects do not pay in a past
    /// year.
    /// </summary>
    private const double Moving = 0.96;
    private const double NotCancelled = 0.983;

    /// <summary>The average number for activities of a past year.</summary>
    public static double PerActivity(NationalOptions options)
    {
        var calendar = new NationalCalendar(new(options.CurrentYear), options.LastDay, new Dice(0));
        var thisYear = Moving * Planned.Select((share, quarter) => share * calendar.Elapsed(quarter)).Sum();
        var activities =
            (double)options.Offices * NationalOptions.ProjectsPerPlan * NationalOptions.ActivitiesPerProject;
        return options.Disbursements / (activities * ((options.Years - 1) * NotCancelled + thisYear));
    }
}
