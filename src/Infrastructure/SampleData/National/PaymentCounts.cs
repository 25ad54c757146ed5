namespace TeacherDevPlan.Infrastructure.SampleData.National;

/// <summary>How many payments an activity has, so that the country has about as many as it is to have.</summary>
internal static class PaymentCounts
{
    /// <summary>The share of the quarters in what is planned for a year, as <see cref="ProjectBuilder"/> plans it on average.</summary>
    private static readonly double[] Planned = [0.152, 0.2827, 0.2827, 0.2826];

    /// <summary>Of activities, those whose project moves money; and what cancelled projects do not pay of a past year.</summary>
    private const double Moving = 0.96;
    private const double NotCancelled = 0.983;

    /// <summary>On average of the activities of a year that is over.</summary>
    public static double PerActivity(NationalOptions options)
    {
        var calendar = new NationalCalendar(new(options.CurrentYear), options.LastDay, new Dice(0));
        var thisYear = Moving * Planned.Select((share, quarter) => share * calendar.Elapsed(quarter)).Sum();
        var activities =
            (double)options.Offices * NationalOptions.ProjectsPerPlan * NationalOptions.ActivitiesPerProject;
        return options.Disbursements / (activities * ((options.Years - 1) * NotCancelled + thisYear));
    }
}
